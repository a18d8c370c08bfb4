package dev.reclaim.bench.revocation;

import static dev.reclaim.bench.revocation.Findings.number;

import java.nio.file.Path;

/**
 * Vendors that answer at once, every transition audited.
 *
 * @param revocations how many are measured
 */
record AtOnce(int revocations) {

  private static final double WANTED_PER_SECOND = 200;
  private static final int WARM_UP = 300;

  void measure(Path folder, Findings findings) throws Exception {
    try (Stage stage = new Stage(folder, VendorLimits.NONE)) {
      stage.revoke(WARM_UP, "warm");
      long entries = stage.log.entries();
      double seconds = stage.revoke(revocations, "measured");
      double perSecond = revocations / seconds;
      findings.row(
          "vendors answer at once",
          number("%.0f revocations/s", perSecond),
          number("%,d in %.1f s", revocations, seconds));
      findings.row(
          "  audited", number("%.0f entries/s", (stage.log.entries() - entries) / seconds), "");
      stage.effects(findings);
      findings.target(
          number("%.0f revocations/s, audited", WANTED_PER_SECOND),
          number("%.0f/s", perSecond),
          perSecond >= WANTED_PER_SECOND);
    }
  }
}
