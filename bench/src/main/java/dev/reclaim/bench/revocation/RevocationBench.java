package dev.reclaim.bench.revocation;

import dev.reclaim.bench.Bench;
import dev.reclaim.bench.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How fast revocations go, audited: against vendors that answer at once, against vendors with
 * limits, and while one of them is down.
 */
public final class RevocationBench implements Bench {

  /** How long one vendor is down, as an ISO duration; a minute unless it is set. */
  private static final String OUTAGE = "RECLAIM_BENCH_OUTAGE";

  @Override
  public String name() {
    return "revocation";
  }

  @Override
  public String promise() {
    return "200 revocations a second, audited; 10,000 over 10 vendors limited to 20 changes a"
        + " second within 60 s; a vendor that is down disturbs nobody";
  }

  @Override
  public Result run(Path scratch, Say say) throws Exception {
    Duration outage =
        Optional.ofNullable(System.getenv(OUTAGE))
            .map(Duration::parse)
            .orElse(Duration.ofMinutes(1));
    Findings findings = new Findings();
    say.that("vendors that answer at once");
    new AtOnce(6_000).measure(scratch.resolve("at-once"), findings);
    say.that("vendors with limits");
    new WithLimits(10_000, new VendorLimits(20, 1))
        .measure(scratch.resolve("with-limits"), findings);
    say.that("one vendor down for " + outage);
    new OneDown(outage).measure(scratch.resolve("one-down"), findings);
    return findings.result(
        Map.of("vendors", Integer.toString(Stage.VENDORS), "outage", outage.toString()));
  }
}
