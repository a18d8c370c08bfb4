package dev.reclaim.bench.consent;

import dev.reclaim.bench.Bench;
import dev.reclaim.bench.Result;
import dev.reclaim.local.Database;
import dev.reclaim.local.LocalBroker;
import dev.reclaim.local.LocalPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The real consent-service with open candidates behind it: how long the deadline clock takes to
 * find those that are due, how long a page of a list takes over HTTP, and whether memory grows with
 * them.
 */
public final class ConsentBench implements Bench {

  private static final String PASSWORD = "only-for-this-bench";
  private static final List<Integer> SIZES = List.of(10_000, 100_000);
  private static final int DUE = 2_000;
  private static final Duration FIND = Duration.ofMillis(50);
  private static final Duration PAGE = Duration.ofMillis(200);
  private static final double FLAT = 1.25;

  @Override
  public String name() {
    return "consent";
  }

  @Override
  public String promise() {
    return "100,000 open candidates: due ones found in 50 ms, a page in 200 ms at p99, memory flat";
  }

  private record Measured(
      int candidates, Duration find, Duration median, Duration page, long residentMiB) {}

  @Override
  public Result run(Path scratch, Say say) throws Exception {
    List<Measured> all = new ArrayList<>();
    for (int candidates : SIZES) {
      all.add(measure(scratch.resolve("open-" + candidates), candidates, say));
    }
    return new Result(
        Map.of("service", "own process, profile local, 192 MiB of heap at most"),
        List.of("open", "find due ms", "page p50 ms", "page p99 ms", "resident MiB"),
        all.stream().map(ConsentBench::row).toList(),
        targets(all.getFirst(), all.getLast()));
  }

  private static Measured measure(Path folder, int candidates, Say say) throws Exception {
    try (LocalPostgres postgres = LocalPostgres.start(folder.resolve("postgres"), 0);
        LocalBroker broker = LocalBroker.start(folder.resolve("kafka"), 0, 0)) {
      postgres.createDatabase(Database.named("consent_service", PASSWORD, PASSWORD));
      try (ServiceProcess service =
          ServiceProcess.start(postgres.jdbcUrl("consent_service"), PASSWORD, broker)) {
        try (Connection owner = postgres.connect("consent_service")) {
          OpenCandidates open = new OpenCandidates(owner);
          say.that("loading %,d open candidates".formatted(candidates));
          open.load(candidates);
          say.that("asking for pages");
          Latencies pages = new Latencies();
          for (int i = 0; i < 1_000; i++) {
            pages.add(service.page(open, i));
          }
          say.that("letting %,d deadlines pass".formatted(DUE));
          open.letPass(DUE);
          service.awaitNoDeadlines(open);
          return new Measured(
              candidates,
              service.longestLookForDeadlines(),
              pages.at(0.5),
              pages.at(0.99),
              service.residentMiB());
        }
      }
    }
  }

  private static List<String> row(Measured it) {
    return List.of(
        "%,d".formatted(it.candidates()),
        millis(it.find()),
        millis(it.median()),
        millis(it.page()),
        Long.toString(it.residentMiB()));
  }

  private static String millis(Duration time) {
    return "%.1f".formatted(time.toNanos() / 1e6);
  }

  private static List<Result.Target> targets(Measured few, Measured many) {
    double growth = (double) many.residentMiB() / few.residentMiB();
    return List.of(
        new Result.Target(
            "the due among 100,000 open candidates are found in 50 ms",
            millis(many.find()) + " ms",
            many.find().compareTo(FIND) <= 0),
        new Result.Target(
            "a page of 50 in 200 ms at p99",
            millis(many.page()) + " ms",
            many.page().compareTo(PAGE) <= 0),
        new Result.Target(
            "ten times the candidates, at most a quarter more memory",
            "%.2f times".formatted(growth),
            growth <= FLAT));
  }
}
