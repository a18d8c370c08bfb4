package dev.reclaim.local.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One process of an installation.
 *
 * @param ports it listens on; the first is the one that status shows
 * @param wave components of a wave start side by side, once all of the waves before are healthy
 * @param artifact the file that must have been built
 * @param environment added to that of the runner
 * @param stopSignal how it is asked to end
 */
public record Component(
    String name,
    int wave,
    List<Integer> ports,
    Path artifact,
    Map<String, String> environment,
    String stopSignal,
    HealthCheck health,
    Steps steps) {

  public Component {
    ports = List.copyOf(ports);
    environment = Map.copyOf(environment);
    if (ports.isEmpty()) {
      throw new IllegalArgumentException("ports: " + name + " listens nowhere");
    }
  }

  /** What is done around the process. Only the command is different for every component. */
  public interface Steps {
    /** Once per {@code up}, before anything starts; may take long. */
    default void prepare() throws IOException {}

    /** Before each start. */
    default void clearTheWay() throws IOException {}

    /** The process to run, in the foreground; nothing secret is in it. */
    List<String> command() throws IOException;

    /** Once per supervisor, when the component is healthy and before the next wave starts. */
    default void completeWhenHealthy() throws Exception {}
  }
}
