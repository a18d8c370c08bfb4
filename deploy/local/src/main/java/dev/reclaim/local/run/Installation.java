package dev.reclaim.local.run;

import java.util.List;

/**
 * What the commands work on.
 *
 * @param supervisorCommand runs a {@link Supervisor} over the same home and components
 */
public record Installation(Home home, List<Component> components, List<String> supervisorCommand) {
  /** The supervisor's own entry among the processes. */
  static final String SUPERVISOR = "supervisor";

  public Installation {
    components = List.copyOf(components);
    supervisorCommand = List.copyOf(supervisorCommand);
  }

  int lastWave() {
    return components.stream().mapToInt(Component::wave).max().orElse(0);
  }
}
