package dev.reclaim.connectors;

import java.time.Duration;
import java.util.Optional;

/**
 * How fast a vendor says that it may be called; empty where it says nothing.
 *
 * @param concurrent requests at the same time
 */
public record PublishedLimits(
    Optional<Rate> writes, Optional<Rate> reads, Optional<Integer> concurrent) {

  /** So many calls in any window of that length. */
  public record Rate(int calls, Duration window) {

    public Rate {
      if (calls < 1 || !window.isPositive()) {
        throw new IllegalArgumentException("rate: must be positive");
      }
    }
  }
}
