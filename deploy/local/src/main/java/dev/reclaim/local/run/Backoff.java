package dev.reclaim.local.run;

import java.time.Duration;

/** How long a component that died waits for its next start. */
final class Backoff {
  /** Who lived this long counts as having been well. */
  static final Duration WELL = Duration.ofSeconds(15);

  /** From here on {@code up} gives up; the supervisor goes on trying. */
  static final int KEEPS_DYING = 3;

  private static final Duration FIRST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private Backoff() {}

  /** Nothing after a single death, then doubling. */
  static Duration before(int deathsInARow) {
    if (deathsInARow <= 1) {
      return Duration.ZERO;
    }
    Duration doubled = FIRST.multipliedBy(1L << Math.min(deathsInARow - 2, 10));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }
}
