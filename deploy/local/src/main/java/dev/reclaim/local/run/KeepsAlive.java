package dev.reclaim.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps one component alive: takes over its living process, or starts one, and starts it again
 * whenever it ends.
 */
final class KeepsAlive {
  private static final long LARGEST_LOG_BYTES = 20L * 1024 * 1024;
  private final Home home;
  private final Component component;
  private final Stopping stopping;

  KeepsAlive(Home home, Component component, Stopping stopping) {
    this.home = home;
    this.component = component;
    this.stopping = stopping;
  }

  /** Returns when the supervisor stops; the component goes on then. */
  void untilStopped() throws IOException, InterruptedException {
    int restarts = 0;
    int deaths = 0;
    Optional<Life> earlier = Life.read(home, component.name());
    Optional<ProcessHandle> process = earlier.flatMap(life -> life.process().alive());
    if (process.isPresent()) {
      restarts = earlier.map(Life::restarts).orElse(0);
    } else {
      process = start(restarts, deaths);
    }
    while (process.isPresent()) {
      Instant before = Instant.now();
      stopping.orEndOf(process.get());
      if (stopping.begun()) {
        return;
      }
      boolean wasWell = Duration.between(before, Instant.now()).compareTo(Backoff.WELL) >= 0;
      deaths = wasWell ? 1 : deaths + 1;
      restarts++;
      new Life(ProcessMark.of(process.get()), restarts, deaths).write(home, component.name());
      say("ended; start %d follows".formatted(restarts + 1));
      if (stopping.within(Backoff.before(deaths))) {
        return;
      }
      process = start(restarts, deaths);
    }
  }

  /** Empty when the supervisor stops meanwhile. */
  private Optional<ProcessHandle> start(int restarts, int deaths) throws IOException {
    rotateLog();
    component.steps().clearTheWay();
    ProcessBuilder builder =
        new ProcessBuilder(component.steps().command())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log(component.name()).toFile()));
    builder.environment().putAll(component.environment());
    return stopping.unlessBegun(
        () -> {
          ProcessHandle started = builder.start().toHandle();
          new Life(ProcessMark.of(started), restarts, deaths).write(home, component.name());
          return started;
        });
  }

  private void rotateLog() throws IOException {
    Path log = home.log(component.name());
    if (Files.exists(log) && Files.size(log) > LARGEST_LOG_BYTES) {
      Path old = log.resolveSibling(log.getFileName() + ".1");
      Files.move(log, old, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void say(String what) {
    System.out.println(Instant.now() + " " + component.name() + " " + what);
  }
}
