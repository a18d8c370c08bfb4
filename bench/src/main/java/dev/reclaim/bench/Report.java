package dev.reclaim.bench;

import com.fasterxml.jackson.databind.SerializationFeature;
import dev.reclaim.messaging.EventCodec;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A result as people read it, and as a file. */
final class Report {

  private final PrintStream out;
  private final Path folder;

  /**
   * @param folder where result files go
   */
  Report(PrintStream out, Path folder) {
    this.out = out;
    this.folder = folder;
  }

  void of(Bench bench, Map<String, String> machine, Result result, Instant at) throws IOException {
    out.println();
    machine.forEach((what, value) -> out.printf("%s: %s%n", what, value));
    result.settings().forEach((what, value) -> out.printf("%s: %s%n", what, value));
    out.println();
    table(result).forEach(out::println);
    out.println();
    for (Result.Target target : result.targets()) {
      out.printf(
          "%s: %s (%s)%n", target.met() ? "met" : "MISSED", target.what(), target.measured());
    }
    out.println();
    out.println(file(bench, machine, result, at));
  }

  private static List<String> table(Result result) {
    List<List<String>> all = new ArrayList<>();
    all.add(result.columns());
    all.addAll(result.rows());
    return all.stream().map(row -> line(row, all)).toList();
  }

  private static String line(List<String> row, List<List<String>> all) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      int column = i;
      int width = all.stream().mapToInt(each -> each.get(column).length()).max().orElse(0);
      line.append(i == 0 ? "" : "  ").append(" ".repeat(width - row.get(i).length()));
      line.append(row.get(i));
    }
    return line.toString();
  }

  private Path file(Bench bench, Map<String, String> machine, Result result, Instant at)
      throws IOException {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("bench", bench.name());
    content.put("promise", bench.promise());
    content.put("at", at);
    content.put("machine", machine);
    content.put("result", result);
    content.put("met", result.met());
    Files.createDirectories(folder);
    Path file = folder.resolve(bench.name() + ".json");
    EventCodec.json()
        .writer()
        .with(SerializationFeature.INDENT_OUTPUT)
        .writeValue(file.toFile(), content);
    return file;
  }
}
