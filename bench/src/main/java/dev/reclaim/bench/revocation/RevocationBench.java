package dev.reclaim.bench.revocation;

import dev.reclaim.bench.Bench;
import dev.reclaim.bench.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How fast revocations go, audited: against vendors that answer at once, against vendors with
 * limits, and while one of them is down.
 */
public final class RevocationBench implements Bench {

  /** How long one vendor is down, as an ISO duration; 40 seconds unless it is set. */
  private static final String OUTAGE = "RECLAIM_BENCH_OUTAGE";

  /** Which parts are measured, with commas between them; all unless it is set. */
  private static final String PARTS = "RECLAIM_BENCH_PARTS";

  private static final String AT_ONCE = "at-once";
  private static final String WITH_LIMITS = "with-limits";
  private static final String ONE_DOWN = "one-down";
  private static final List<String> ALL = List.of(AT_ONCE, WITH_LIMITS, ONE_DOWN);

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
            .orElse(Duration.ofSeconds(40));
    List<String> parts = parts();
    Findings findings = new Findings();
    if (parts.contains(AT_ONCE)) {
      say.that("vendors that answer at once");
      new AtOnce(6_000).measure(scratch.resolve(AT_ONCE), findings);
    }
    if (parts.contains(WITH_LIMITS)) {
      say.that("vendors with limits");
      new WithLimits(10_000, new VendorLimits(20, 1))
          .measure(scratch.resolve(WITH_LIMITS), findings);
    }
    if (parts.contains(ONE_DOWN)) {
      say.that("one vendor down for " + outage);
      new OneDown(outage).measure(scratch.resolve(ONE_DOWN), findings);
    }
    return findings.result(
        Map.of("vendors", Integer.toString(Stage.VENDORS), "outage", outage.toString()));
  }

  private static List<String> parts() {
    List<String> wanted =
        Optional.ofNullable(System.getenv(PARTS))
            .map(names -> List.of(names.split(",", -1)))
            .orElse(ALL);
    if (!ALL.containsAll(wanted)) {
      throw new IllegalArgumentException(PARTS + ": must name some of " + ALL);
    }
    return wanted;
  }
}
