package dev.reclaim.connectors;

import java.time.Duration;

/** Belongs to a system that says how often it may be called. */
public interface PublishesLimits {

  /** As published, or as configured for this connection where the vendor sells different ones. */
  CallLimits limits();

  /**
   * How long the system asked to be left alone, by the headers of its last answers; zero for not at
   * all. It lets whoever calls slow down before a call is refused.
   */
  default Duration rest() {
    return Duration.ZERO;
  }
}
