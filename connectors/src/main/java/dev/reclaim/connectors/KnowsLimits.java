package dev.reclaim.connectors;

import java.time.Duration;

/** Knows how fast its vendor may be called. */
public interface KnowsLimits {

  PublishedLimits limits();

  /**
   * How long the vendor asked to be left alone, by the headers of its last answers; zero for not at
   * all. It lets whoever calls slow down before a call is refused.
   */
  default Duration rest() {
    return Duration.ZERO;
  }
}
