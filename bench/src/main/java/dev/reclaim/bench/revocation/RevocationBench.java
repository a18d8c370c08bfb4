package dev.reclaim.bench.revocation;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.ToLongFunction;

/**
 * {@code ./reclaim bench revocation}: how many revocations a second, against vendors that answer at
 * once, against vendors with limits, and while one of them is down.
 */
public final class RevocationBench {

  private static final int VENDORS = 10;
  private static final String VERIFIED = "reclaim.revocation-verified.v1";
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final PrintStream out;

  RevocationBench(PrintStream out) {
    this.out = out;
  }

  /**
   * @param arguments which of {@code fast}, {@code limited} and {@code down}; all if none is named.
   *     {@code down} takes {@code --outage=PT10M}
   */
  public static void main(String[] arguments) throws Exception {
    List<String> wanted = List.of(arguments);
    List<String> names = wanted.stream().filter(one -> !one.startsWith("--")).toList();
    RevocationBench bench = new RevocationBench(System.out);
    if (names.isEmpty() || names.contains("fast")) {
      bench.fast(6_000);
    }
    if (names.isEmpty() || names.contains("limited")) {
      bench.limited(10_000, new VendorLimits(20, 1));
    }
    if (names.isEmpty() || names.contains("down")) {
      bench.down(
          wanted.stream()
              .filter(one -> one.startsWith("--outage="))
              .map(one -> Duration.parse(one.substring("--outage=".length())))
              .findFirst()
              .orElse(Duration.ofMinutes(1)));
    }
  }

  /** P4: vendors that answer at once; each transition audited. */
  void fast(int revocations)
      throws IOException, SQLException, ExecutionException, InterruptedException {
    try (Stage stage = new Stage(VENDORS, VendorLimits.NONE)) {
      run(stage, VENDORS * 20, "warm");
      long entries = stage.log.entries();
      double seconds = run(stage, revocations, "fast");
      say("vendors that answer at once, every transition audited");
      say(
          "  %,d revocations in %.1f s: %.0f/s (wanted: 200/s)",
          revocations, seconds, revocations / seconds);
      say("  audit entries: %.0f/s", (stage.log.entries() - entries) / seconds);
      sayEffects(stage);
    }
  }

  /** P3 and R8: vendors with a limit that also answer 429 now and then. */
  void limited(int revocations, VendorLimits limits)
      throws IOException, SQLException, ExecutionException, InterruptedException {
    double ceiling = (double) revocations / VENDORS / limits.changes();
    try (Stage stage = new Stage(VENDORS, limits)) {
      double seconds = run(stage, revocations, "limited");
      say(
          "%d vendors that allow %d changes a second and answer 429 to %d %%",
          VENDORS, limits.changes(), limits.percentRefused());
      say(
          "  %,d revocations in %.1f s (wanted: 60 s); the vendors' own limit: %.1f s; ratio %.2f",
          revocations, seconds, ceiling, seconds / ceiling);
      say(
          "  429 by chance: %d, by the limit: %d; changes sooner than Retry-After: %d",
          sum(stage, BenchVendor::refusedByChance),
          sum(stage, BenchVendor::refusedByLimit),
          sum(stage, BenchVendor::tooSoon));
      sayEffects(stage);
    }
  }

  private static double run(Stage stage, int revocations, String name)
      throws SQLException, InterruptedException, ExecutionException {
    long before = stage.log.count(VERIFIED);
    long begun = System.nanoTime();
    List<Future<?>> sent = new ArrayList<>();
    for (int i = 0; i < revocations; i++) {
      sent.add(stage.orders.approve(i % stage.count, name + "-" + i));
    }
    for (Future<?> one : sent) {
      one.get();
    }
    stage.log.await(VERIFIED, before + revocations, PATIENCE);
    return (System.nanoTime() - begun) / 1e9;
  }

  /** R7: one vendor is down for a while; the others must not notice. */
  void down(Duration outage)
      throws IOException, SQLException, ExecutionException, InterruptedException {
    VendorLimits limits = new VendorLimits(20, 0);
    try (Stage stage = new Stage(VENDORS, limits)) {
      BenchVendor dead = stage.vendors.vendor(0);
      long sent = load(stage, Duration.ofSeconds(10), "warm", 0);
      Instant calm = Instant.now();
      sent = load(stage, outage, "calm", sent);
      long callsWhenUp = dead.calls();
      long effectsWhenUp = dead.effects();
      Instant begins = Instant.now();
      dead.setDown(true);
      sent = load(stage, outage, "down", sent);
      long callsWhileDown = dead.calls() - callsWhenUp;
      Instant ends = Instant.now();
      dead.setDown(false);
      stage.log.await(VERIFIED, sent, PATIENCE);
      long needed = (dead.effects() - effectsWhenUp) * callsWhenUp / Math.max(1, effectsWhenUp);
      long made = dead.calls() - callsWhenUp;
      say("one of %d vendors down for %s, %d revocations a second", VENDORS, outage, VENDORS * 3);
      say(
          "  calls to it while down: %d; in all from then on: %,d, needed without the outage: %,d; ratio %.3f (wanted: 1.1)",
          callsWhileDown, made, needed, (double) made / needed);
      long before = p99(stage, "bench-[1-9]", calm, begins);
      long during = p99(stage, "bench-[1-9]", begins, ends);
      say(
          "  the others, approval to freed seat, p99: %d ms before, %d ms during; ratio %.2f (wanted: 1.10)",
          before, during, (double) during / before);
      say("  first change after it came back: %d ms (wanted: 30 s)", dead.recoveredAfterMillis());
      say("  refused by its limit after it came back: %d", dead.refusedByLimit());
      sayEffects(stage);
    }
  }

  /** Three a second and vendor, for so long. */
  private static long load(Stage stage, Duration length, String name, long sent)
      throws InterruptedException, ExecutionException {
    long begun = System.nanoTime();
    long end = begun + length.toNanos();
    long gap = 1_000_000_000L / (3L * stage.count);
    long count = 0;
    while (System.nanoTime() < end) {
      stage.orders.approve((int) (count % stage.count), name + "-" + count).get();
      count++;
      long wait = begun + count * gap - System.nanoTime();
      if (wait > 0) {
        Thread.sleep(Duration.ofNanos(wait));
      }
    }
    return sent + count;
  }

  private static long p99(Stage stage, String applications, Instant from, Instant until)
      throws SQLException {
    List<Long> millis = stage.log.millisFromApprovalToFreed(applications, from, until);
    return millis.get(Math.max(0, (int) Math.ceil(millis.size() * 0.99) - 1));
  }

  private void sayEffects(Stage stage) {
    say(
        "  seats freed at the vendors: %,d, freed twice: %d",
        sum(stage, BenchVendor::effects), sum(stage, BenchVendor::repeats));
  }

  private static long sum(Stage stage, ToLongFunction<BenchVendor> what) {
    return stage.vendors.all().stream().mapToLong(what).sum();
  }

  private void say(String text, Object... values) {
    out.printf(Locale.ROOT, text + "%n", values);
  }
}
