package dev.reclaim.journeys;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code ./reclaim}, for one installation; what it prints goes where we print. */
final class Command {

  private final Path repository;
  private final Path home;
  private final int portBase;

  Command(Path repository, Path home, int portBase) {
    this.repository = repository;
    this.home = home;
    this.portBase = portBase;
  }

  /** Runs to the end; anything but success fails the story. */
  void run(String... arguments) {
    int code = exitCodeOf(arguments);
    if (code != 0) {
      throw new StoryFailed("./reclaim " + String.join(" ", arguments) + " ended with " + code);
    }
  }

  int exitCodeOf(String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(repository.resolve("reclaim").toString());
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words).inheritIO();
    builder.environment().put("RECLAIM_HOME", home.toString());
    builder.environment().put("RECLAIM_PORT_BASE", Integer.toString(portBase));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    try {
      return builder.start().waitFor();
    } catch (IOException e) {
      throw new StoryFailed("./reclaim cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoryFailed("interrupted", e);
    }
  }
}
