package dev.reclaim.journeys;

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
 * {@code ./reclaim demo}: starts everything in a state folder of its own, tells the story, checks
 * it, and stops everything. With {@code --keep-running} it stays up, to look around.
 */
public final class Demo {

  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private Demo() {}

  public static void main(String[] arguments) throws IOException {
    List<String> words = List.of(arguments);
    if (!words.isEmpty() && !words.equals(List.of("--keep-running"))) {
      System.err.println("usage: ./reclaim demo [--keep-running]");
      System.exit(MISUSED);
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path repository = Path.of(System.getProperty("reclaim.repository", "."));
    Path home =
        Path.of(
                System.getenv()
                    .getOrDefault("RECLAIM_HOME", repository.resolve(".reclaim").toString()))
            .resolve("demo");
    int portBase = Integer.parseInt(System.getenv().getOrDefault("RECLAIM_PORT_BASE", "8080"));
    System.exit(run(repository, home, portBase, !words.isEmpty(), out));
  }

  private static int run(
      Path repository, Path home, int portBase, boolean keepRunning, PrintStream out)
      throws IOException {
    Command command = new Command(repository, home, portBase);
    if (Files.exists(home)) {
      command.exitCodeOf("down");
      delete(home);
    }
    if (command.exitCodeOf("up", "--detach") != 0) {
      return FAILED;
    }
    Instant started = Instant.now();
    out.printf(
        "%nThe processes of the demo: RECLAIM_HOME=%s ./reclaim status%n"
            + "Kill one of them with -9 while you watch: the story ends the same way.%n",
        home);
    Narrator narrator = new Narrator(out);
    try (Stage stage = new Stage(Town.of(home, portBase), command, narrator)) {
      new Story(stage, narrator, repository, _ -> {}).tell();
      out.printf(
          "%nThe story ended as it should, in %d s.%n",
          Duration.between(started, Instant.now()).toSeconds());
      return 0;
    } catch (StoryFailed e) {
      out.printf("%nThe story failed: %s%nLogs: %s%n", e.getMessage(), home.resolve("logs"));
      return FAILED;
    } finally {
      if (keepRunning) {
        out.printf(
            "%nStill running: http://127.0.0.1:%d. Stop with: RECLAIM_HOME=%s ./reclaim down%n",
            portBase, home);
      } else {
        command.exitCodeOf("down");
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
