package dev.reclaim.connectors;

import java.util.Optional;

/**
 * One connection to an outside system that gives seats. What it can do is declared by the
 * capability interfaces that it implements.
 */
public interface Connector extends AutoCloseable {

  /** The sort of system, as written in {@code type}: {@code active-directory}. */
  String kind();

  /** This connector as one that has the capability, or empty if it has not. */
  default <C> Optional<C> as(Class<C> capability) {
    return capability.isInstance(this) ? Optional.of(capability.cast(this)) : Optional.empty();
  }

  /** Gives its network connections back. */
  @Override
  void close();
}
