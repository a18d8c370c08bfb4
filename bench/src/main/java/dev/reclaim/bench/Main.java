package dev.reclaim.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code ./reclaim bench [NAME]}. Exit code 0 when every target was met, 1 when one was missed, 2
 * when there is no such bench.
 */
public final class Main {

  private static final int MISSED = 1;
  private static final int UNKNOWN = 2;

  private Main() {}

  public static void main(String[] names) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<Bench> wanted =
        Benches.all().stream()
            .filter(bench -> names.length == 0 || List.of(names).contains(bench.name()))
            .toList();
    if (wanted.isEmpty() || (names.length > 0 && wanted.size() < names.length)) {
      System.err.println("There is no such bench. There are:");
      Benches.all().forEach(b -> System.err.printf("  %-12s %s%n", b.name(), b.promise()));
      System.exit(UNKNOWN);
    }
    Path folder = Path.of(System.getenv("RECLAIM_HOME")).resolve("bench");
    boolean met = true;
    for (Bench bench : wanted) {
      met &= run(bench, folder, out);
    }
    System.exit(met ? 0 : MISSED);
  }

  private static boolean run(Bench bench, Path folder, PrintStream out) throws Exception {
    out.printf("%s: %s%n%n", bench.name(), bench.promise());
    Path scratch = folder.resolve("scratch-" + bench.name());
    delete(scratch);
    Files.createDirectories(scratch);
    Instant begin = Instant.now();
    try {
      var machine = Machine.facts();
      Result result =
          bench.run(
              scratch,
              line -> {
                Duration so = Duration.between(begin, Instant.now());
                out.printf("%3d:%02d  %s%n", so.toMinutes(), so.toSecondsPart(), line);
              });
      new Report(out, folder).of(bench, machine, result, begin);
      return result.met();
    } finally {
      delete(scratch);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}
