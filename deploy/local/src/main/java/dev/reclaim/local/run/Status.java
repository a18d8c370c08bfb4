package dev.reclaim.local.run;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;

/** A table of all processes: are they there, do they answer, what do they take. */
public final class Status {
  private static final String ROW = "%-20s %8s  %-13s %6s %8s %9s%n";
  private final Installation installation;
  private final PrintStream out;

  public Status(Installation installation, PrintStream out) {
    this.installation = installation;
    this.out = out;
  }

  /** True only if everything is healthy. */
  public boolean print() throws IOException {
    out.printf(ROW, "component", "pid", "health", "port", "MiB", "restarts");
    boolean healthy = true;
    long total = 0;
    for (Component component : installation.components()) {
      Optional<Life> life = Life.read(installation.home(), component.name());
      Optional<ProcessHandle> process = life.flatMap(known -> known.process().alive());
      String health = health(process, component.health());
      long memory = process.map(Memory::residentMiB).orElse(0L);
      row(
          component.name(),
          process,
          health,
          component.ports().getFirst().toString(),
          memory,
          life.map(known -> Integer.toString(known.restarts())).orElse("-"));
      healthy &= health.equals("healthy");
      total += memory;
    }
    Optional<ProcessHandle> supervisor = Life.alive(installation.home(), Installation.SUPERVISOR);
    long memory = supervisor.map(Memory::ofSupervisorMiB).orElse(0L);
    String health = supervisor.isPresent() ? "healthy" : "stopped";
    row(Installation.SUPERVISOR, supervisor, health, "-", memory, "-");
    out.printf(ROW, "total", "", "", "", total + memory, "");
    return healthy && supervisor.isPresent();
  }

  private void row(
      String name,
      Optional<ProcessHandle> process,
      String health,
      String port,
      long memory,
      String restarts) {
    String pid = process.map(ProcessHandle::pid).map(Object::toString).orElse("-");
    out.printf(ROW, name, pid, health, port, process.isPresent() ? memory : "-", restarts);
  }

  private static String health(Optional<ProcessHandle> process, HealthCheck check) {
    if (process.isEmpty()) {
      return "stopped";
    }
    return check.healthy() ? "healthy" : "not answering";
  }
}
