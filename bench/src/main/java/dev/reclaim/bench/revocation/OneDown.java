package dev.reclaim.bench.revocation;

import static dev.reclaim.bench.revocation.Findings.number;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One vendor is down for a while, and the others must not notice; before that, the same load for as
 * long without it.
 */
record OneDown(Duration outage) {

  private static final VendorLimits LIMITS = new VendorLimits(20, 0);
  private static final int PER_SECOND = 3 * Stage.VENDORS;
  private static final Duration WARM_UP = Duration.ofSeconds(15);
  private static final String THE_OTHERS = "bench-[1-9]";
  private static final double MOST_CALLS = 1.1;
  private static final double MOST_DELAY = 1.1;
  private static final Duration BACK_WITHIN = Duration.ofSeconds(30);

  void measure(Path folder, Findings findings) throws Exception {
    try (Stage stage = new Stage(folder, LIMITS)) {
      BenchVendor dead = stage.vendors.vendor(0);
      stage.load(WARM_UP, PER_SECOND, "warm");
      Instant calm = Instant.now();
      stage.load(outage, PER_SECOND, "calm");
      double callsForOne = (double) dead.calls() / dead.effects();
      long calls = dead.calls();
      long effects = dead.effects();
      Instant begins = Instant.now();
      dead.setDown(true);
      stage.load(outage, PER_SECOND, "down");
      long whileDown = dead.calls() - calls;
      Instant ends = Instant.now();
      dead.setDown(false);
      stage.awaitAll();
      double ratio = (dead.calls() - calls) / ((dead.effects() - effects) * callsForOne);
      findings.row(
          number("one of %d down for %s", Stage.VENDORS, outage),
          number("%d calls to it meanwhile", whileDown),
          number("in all %.3f x the calls without an outage", ratio));
      long before = p99(stage, calm, begins);
      long during = p99(stage, begins, ends);
      findings.row(
          "  the others, approved to freed, p99",
          number("%d ms", during),
          number("%d ms before it", before));
      findings.row(
          "  back",
          number("%d ms after it", dead.recoveredAfterMillis()),
          number("%d changes above its limit", dead.refusedByLimit()));
      stage.effects(findings);
      targets(findings, dead, ratio, (double) during / before);
    }
  }

  private static void targets(Findings findings, BenchVendor dead, double ratio, double delay) {
    findings.target(
        number("at most %.1f x the calls", MOST_CALLS),
        number("%.3f x", ratio),
        ratio <= MOST_CALLS);
    findings.target(
        number("the others' p99 at most %.1f x", MOST_DELAY),
        number("%.2f x", delay),
        delay <= MOST_DELAY);
    findings.target(
        "back within 30 s, and no more than its limit allows",
        number("%d ms, %d above", dead.recoveredAfterMillis(), dead.refusedByLimit()),
        dead.recoveredAfterMillis() <= BACK_WITHIN.toMillis() && dead.refusedByLimit() == 0);
  }

  private static long p99(Stage stage, Instant from, Instant until) throws SQLException {
    List<Long> millis = stage.log.millisFromApprovalToFreed(THE_OTHERS, from, until);
    return millis.get(Math.max(0, (int) Math.ceil(millis.size() * 0.99) - 1));
  }
}
