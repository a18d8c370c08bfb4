package dev.reclaim.bench.rules;

import dev.reclaim.bench.Bench;
import dev.reclaim.bench.BenchDatabase;
import dev.reclaim.bench.Result;
import dev.reclaim.rules.SweepSeats;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A sweep of all seats by ten rules, beside hand-written SQL for the same rules in the same run.
 * Both run in turns and are undone each time; of both the fastest run counts.
 */
public final class RulesBench implements Bench {

  private static final Duration TARGET = Duration.ofSeconds(30);
  private static final double RATIO = 1.3;

  /** How many processes may help the hand-written SQL, run by run. */
  private static final int[] HELPERS = {0, 1};

  private static final String SIZES = "RECLAIM_BENCH_SEATS";

  private final Optional<List<Integer>> sizes;

  /** With the usual sizes, or those in {@code RECLAIM_BENCH_SEATS}. */
  public RulesBench() {
    this.sizes = Optional.empty();
  }

  RulesBench(List<Integer> sizes) {
    this.sizes = Optional.of(sizes);
  }

  @Override
  public String name() {
    return "rules";
  }

  @Override
  public String promise() {
    return "1,000,000 seats by 10 rules, candidates written, in 30 s and 1.3 times hand-written"
        + " SQL";
  }

  private record Measured(
      int seats, HandWritten.Run hand, EngineSweep.Run engine, long peakHeapMebibytes) {

    double ratio() {
      return (double) engine.all().toNanos() / hand.all().toNanos();
    }
  }

  @Override
  public Result run(Path scratch, Say say) throws Exception {
    List<Measured> all = new ArrayList<>();
    Map<String, String> settings = new LinkedHashMap<>();
    for (int seats : sizes.orElseGet(RulesBench::usual)) {
      try (BenchDatabase database =
          BenchDatabase.start(
              scratch.resolve("seats-" + seats), "rule_evaluator", SweepSeats.class)) {
        settings.putAll(database.settings());
        all.add(measure(database, seats, say));
      }
    }
    return new Result(
        settings,
        List.of(
            "seats",
            "by hand s",
            "of it finding",
            "sweep s",
            "of it finding",
            "ratio",
            "candidates",
            "withdrawn",
            "not enough data",
            "peak heap MiB"),
        all.stream().map(RulesBench::row).toList(),
        targets(all));
  }

  /** {@code RECLAIM_BENCH_SEATS=100000,300000} measures other sizes than the usual ones. */
  private static List<Integer> usual() {
    String wanted = System.getenv().getOrDefault(SIZES, "100000,300000,1000000");
    try {
      return Arrays.stream(wanted.split(",")).map(String::strip).map(Integer::valueOf).toList();
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          SIZES + ": '" + wanted + "' is not a list of numbers such as 100000,300000", e);
    }
  }

  private static Measured measure(BenchDatabase database, int seats, Say say) throws Exception {
    say.that("loading %,d seats".formatted(seats));
    try (Connection owner = database.asOwner()) {
      new BigTown(seats).load(owner);
    }
    HandWritten hand = new HandWritten(database);
    try (EngineSweep engine = new EngineSweep(database)) {
      engine.define(TenRules.documents());
      List<HandWritten.Run> byHand = new ArrayList<>();
      List<EngineSweep.Run> sweeps = new ArrayList<>();
      for (int helpers : HELPERS) {
        byHand.add(hand.run(helpers));
        say.that("by hand: " + seconds(byHand.getLast().all()) + " s with " + helpers + " helpers");
        sweeps.add(engine.run());
        say.that("sweep: " + seconds(sweeps.getLast().all()) + " s");
        Written swept = sweeps.getLast().written();
        if (!swept.equals(byHand.getLast().written())) {
          throw new IllegalStateException(
              "the sweep wrote %s, by hand %s".formatted(swept, byHand.getLast().written()));
        }
      }
      return new Measured(
          seats,
          Collections.min(byHand, Comparator.comparing(HandWritten.Run::all)),
          Collections.min(sweeps, Comparator.comparing(EngineSweep.Run::all)),
          sweeps.stream().mapToLong(EngineSweep.Run::peakHeapMebibytes).max().orElseThrow());
    }
  }

  private static List<String> row(Measured measured) {
    return List.of(
        "%,d".formatted(measured.seats()),
        seconds(measured.hand().all()),
        seconds(measured.hand().finding()),
        seconds(measured.engine().all()),
        seconds(measured.engine().finding()),
        "%.2f".formatted(measured.ratio()),
        "%,d".formatted(measured.engine().written().found()),
        "%,d".formatted(measured.engine().written().withdrawn()),
        "%,d".formatted(measured.engine().notEnoughData()),
        Long.toString(measured.peakHeapMebibytes()));
  }

  private static List<Result.Target> targets(List<Measured> all) {
    Measured largest = all.getLast();
    long least = all.stream().mapToLong(Measured::peakHeapMebibytes).min().orElseThrow();
    long most = all.stream().mapToLong(Measured::peakHeapMebibytes).max().orElseThrow();
    return List.of(
        new Result.Target(
            "%,d seats in %d s".formatted(largest.seats(), TARGET.toSeconds()),
            seconds(largest.engine().all()) + " s",
            largest.engine().all().compareTo(TARGET) <= 0),
        new Result.Target(
            "at most %.1f times hand-written SQL".formatted(RATIO),
            "%.2f".formatted(largest.ratio()),
            largest.ratio() <= RATIO),
        new Result.Target(
            "memory flat as seats grow", "%d to %d MiB".formatted(least, most), most <= 2 * least));
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1_000.0);
  }
}
