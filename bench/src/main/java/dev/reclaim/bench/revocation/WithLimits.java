package dev.reclaim.bench.revocation;

import static dev.reclaim.bench.revocation.Findings.number;

import java.nio.file.Path;

/** Vendors that allow so many changes a second, and answer 429 now and then all the same. */
record WithLimits(int revocations, VendorLimits limits) {

  private static final double WANTED_SECONDS = 60;

  void measure(Path folder, Findings findings) throws Exception {
    double ceiling = (double) revocations / Stage.VENDORS / limits.changes();
    try (Stage stage = new Stage(folder, limits)) {
      double seconds = stage.revoke(revocations, "measured");
      findings.row(
          number("%d changes/s and vendor, %d %% 429", limits.changes(), limits.percentRefused()),
          number("%,d in %.1f s", revocations, seconds),
          number("the vendors' own limit: %.1f s, ratio %.2f", ceiling, seconds / ceiling));
      findings.row(
          "  answered 429",
          number("%d by chance", stage.sum(BenchVendor::refusedByChance)),
          number("%d by the limit", stage.sum(BenchVendor::refusedByLimit)));
      long tooSoon = stage.sum(BenchVendor::tooSoon);
      stage.effects(findings);
      findings.target(
          number("%,d over %d vendors in %.0f s", revocations, Stage.VENDORS, WANTED_SECONDS),
          number("%.1f s", seconds),
          seconds <= WANTED_SECONDS);
      findings.target(
          "no change sooner than Retry-After said", number("%d", tooSoon), tooSoon == 0);
    }
  }
}
