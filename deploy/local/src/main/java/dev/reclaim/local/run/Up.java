package dev.reclaim.local.run;

import dev.reclaim.local.Living;
import dev.reclaim.local.LogTail;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts what does not run yet and waits until all of it is healthy. */
public final class Up {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(15);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);
  private final Installation installation;
  private final PrintStream out;
  private final Duration endsWithin;

  public Up(Installation installation, PrintStream out) {
    this(installation, out, ENDS_WITHIN);
  }

  /**
   * @param endsWithin how long a process may take to end after it said that it could not start
   */
  Up(Installation installation, PrintStream out, Duration endsWithin) {
    this.installation = installation;
    this.out = out;
    this.endsWithin = endsWithin;
  }

  /** What was found. */
  public enum Outcome {
    STARTED,
    WAS_RUNNING
  }

  /** What remains to be done once nothing speaks against a start. */
  @FunctionalInterface
  public interface Preparation {
    void prepare() throws IOException, Refusal;
  }

  /**
   * Returns when every component is healthy. When that fails, what this call started is stopped
   * again.
   */
  public Outcome run(Preparation preparation) throws Refusal, IOException, InterruptedException {
    Home home = installation.home();
    home.open();
    Path lockFile = home.run().resolve("up.lock");
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        throw new Refusal("Another ./reclaim up is starting " + home.folder() + " right now.");
      }
      return start(preparation);
    }
  }

  private Outcome start(Preparation preparation) throws Refusal, IOException, InterruptedException {
    Optional<ProcessHandle> running = Life.alive(installation.home(), Installation.SUPERVISOR);
    refuseWhatCannotStart();
    List<AwaitsHealth> waiting = whatIsNotReady();
    if (running.isPresent()) {
      awaitHealth(running.get(), waiting);
      return Outcome.WAS_RUNNING;
    }
    preparation.prepare();
    for (Component component : installation.components()) {
      component.steps().prepare();
    }
    StopsUnlessReady stops = new StopsUnlessReady(installation);
    try {
      awaitHealth(startSupervisor(), waiting);
      stops.ready();
      return Outcome.STARTED;
    } finally {
      stops.close();
    }
  }

  private void refuseWhatCannotStart() throws Refusal, IOException {
    for (Component component : installation.components()) {
      if (Files.notExists(component.artifact())) {
        throw new Refusal(
            "%s is not built (%s is missing): build with ./mvnw package -DskipTests."
                .formatted(component.name(), component.artifact()));
      }
    }
    boolean supervised = Life.alive(installation.home(), Installation.SUPERVISOR).isPresent();
    for (Component component : installation.components()) {
      if (!supervised && Life.alive(installation.home(), component.name()).isEmpty()) {
        TakenPorts.refuse(component);
      }
    }
  }

  private ProcessHandle startSupervisor() throws IOException {
    Home home = installation.home();
    for (Component component : installation.components()) {
      // Restarts count from here.
      if (Life.alive(home, component.name()).isEmpty()) {
        Life.forget(home, component.name());
      }
    }
    ProcessHandle supervisor =
        Detached.start(installation.supervisorCommand(), home.log(Installation.SUPERVISOR));
    new Life(ProcessMark.of(supervisor), 0, 0).write(home, Installation.SUPERVISOR);
    return supervisor;
  }

  private List<AwaitsHealth> whatIsNotReady() throws IOException {
    List<AwaitsHealth> waiting = new ArrayList<>();
    for (Component component : installation.components()) {
      if (!runsAlready(component)) {
        waiting.add(
            new AwaitsHealth(installation.home(), component, restarts(component), endsWithin, out));
      }
    }
    return waiting;
  }

  private void awaitHealth(ProcessHandle supervisor, List<AwaitsHealth> waiting)
      throws Refusal, IOException, InterruptedException {
    Instant begin = Instant.now();
    while (!waiting.isEmpty()) {
      for (AwaitsHealth component : List.copyOf(waiting)) {
        if (component.ready()) {
          waiting.remove(component);
        }
      }
      if (!waiting.isEmpty()) {
        pause(supervisor, waiting.getFirst(), begin);
      }
    }
  }

  private int restarts(Component component) throws IOException {
    return Life.read(installation.home(), component.name())
        .filter(life -> life.process().alive().isPresent())
        .map(Life::restarts)
        .orElse(0);
  }

  private boolean runsAlready(Component component) {
    try {
      boolean runs =
          Life.alive(installation.home(), component.name()).isPresent()
              && component.health().healthy();
      if (runs) {
        out.printf("  %-20s running%n", component.name());
      }
      return runs;
    } catch (IOException unreadable) {
      return false;
    }
  }

  private void pause(ProcessHandle supervisor, AwaitsHealth waitingFor, Instant begin)
      throws Refusal, IOException, InterruptedException {
    installation.home().refuseFullDisk();
    if (Living.endsWithin(supervisor, BETWEEN_LOOKS)) {
      throw new Refusal(
          "The supervisor ended before everything was ready"
              + LogTail.ending(installation.home().log(Installation.SUPERVISOR)));
    }
    if (Duration.between(begin, Instant.now()).compareTo(PATIENCE) > 0) {
      throw new Refusal(
          "%s did not get healthy within %d s%s"
              .formatted(waitingFor.name(), PATIENCE.toSeconds(), waitingFor.end()));
    }
  }
}
