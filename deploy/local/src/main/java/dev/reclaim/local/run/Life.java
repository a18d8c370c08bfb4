package dev.reclaim.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the supervisor knows of one component, kept in a file so that every command sees it.
 *
 * @param restarts since {@code up}
 * @param deathsInARow deaths since it last stayed alive for a while
 */
record Life(ProcessMark process, int restarts, int deathsInARow) {

  static Path file(Home home, String component) {
    return home.run().resolve(component + ".properties");
  }

  static Optional<Life> read(Home home, String component) throws IOException {
    SortedMap<String, String> values = PrivateFiles.read(file(home, component));
    if (!values.containsKey("pid")) {
      return Optional.empty();
    }
    return Optional.of(
        new Life(
            new ProcessMark(Long.parseLong(values.get("pid")), values.getOrDefault("born", "")),
            Integer.parseInt(values.getOrDefault("restarts", "0")),
            Integer.parseInt(values.getOrDefault("deaths-in-a-row", "0"))));
  }

  void write(Home home, String component) throws IOException {
    SortedMap<String, String> values = new TreeMap<>();
    values.put("pid", Long.toString(process.pid()));
    values.put("born", process.born());
    values.put("restarts", Integer.toString(restarts));
    values.put("deaths-in-a-row", Integer.toString(deathsInARow));
    PrivateFiles.write(file(home, component), values);
  }

  static void forget(Home home, String component) throws IOException {
    Files.deleteIfExists(file(home, component));
  }

  /** The living process of a component, if there is one. */
  static Optional<ProcessHandle> alive(Home home, String component) throws IOException {
    return read(home, component).flatMap(life -> life.process().alive());
  }
}
