package dev.reclaim.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where an installation lives and on which ports, from the environment and from what runs. */
public final class Environment {
  private final Path repository;
  private final Map<String, String> variables;

  /**
   * @param repository the folder with {@code ./reclaim}
   */
  public Environment(Path repository, Map<String, String> variables) {
    this.repository = repository.toAbsolutePath().normalize();
    this.variables = Map.copyOf(variables);
  }

  public Path repository() {
    return repository;
  }

  /** {@code RECLAIM_HOME}, or {@code .reclaim} in the repository. */
  public Home home() {
    return new Home(
        variable("RECLAIM_HOME").map(Path::of).orElseGet(() -> repository.resolve(".reclaim")));
  }

  /** For {@code up}: what was asked for, which must not differ from what already runs. */
  public Ports portsToStart() throws IOException, Refusal {
    Ports asked = variable("RECLAIM_PORT_BASE").map(Ports::parse).orElse(null);
    Optional<Ports> running = anythingRuns() ? remembered() : Optional.empty();
    if (running.isPresent() && asked != null && asked.base() != running.get().base()) {
      throw new Refusal(
          "%s already runs on the ports from %d: stop it with ./reclaim down, or choose another RECLAIM_HOME."
              .formatted(home().folder(), running.get().base()));
    }
    return running.orElse(asked == null ? new Ports(Ports.DEFAULT_BASE) : asked);
  }

  /** For all other commands: what runs, else what was asked for, else what ran last. */
  public Ports portsInUse() throws IOException {
    Optional<Ports> remembered = remembered();
    if (remembered.isPresent() && anythingRuns()) {
      return remembered.get();
    }
    return variable("RECLAIM_PORT_BASE")
        .map(Ports::parse)
        .or(() -> remembered)
        .orElse(new Ports(Ports.DEFAULT_BASE));
  }

  void remember(Ports ports) throws IOException {
    Files.writeString(portFile(), Integer.toString(ports.base()));
  }

  private Optional<Ports> remembered() throws IOException {
    return Files.exists(portFile())
        ? Optional.of(Ports.parse(Files.readString(portFile())))
        : Optional.empty();
  }

  /** Whether any process of this home is alive. */
  boolean anythingRuns() throws IOException {
    if (Life.alive(home(), Installation.SUPERVISOR).isPresent()) {
      return true;
    }
    for (Component component : Components.of(repository, home(), new Ports(Ports.DEFAULT_BASE))) {
      if (Life.alive(home(), component.name()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private Path portFile() {
    return home().run().resolve("port-base");
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }
}
