package dev.reclaim.revocation;

import java.time.Duration;

/**
 * How patience is spent.
 *
 * @param first the longest first wait; it doubles with every try
 * @param longest the longest wait of all
 * @param giveUpAfter so long after the first trouble a person is asked
 * @param looks how often a look may contradict the vendor's answer before a person is asked
 * @param settle so long after a call without an answer, its effect may still arrive
 */
public record Schedule(
    Duration first, Duration longest, Duration giveUpAfter, int looks, Duration settle) {

  public static final Schedule DEFAULT =
      new Schedule(
          Duration.ofSeconds(5),
          Duration.ofMinutes(15),
          Duration.ofHours(24),
          5,
          Duration.ofSeconds(30));

  public Schedule {
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "reclaim.revocation.retry: first must be longer than nothing, longest at least as long");
    }
    if (looks < 1) {
      throw new IllegalArgumentException("reclaim.revocation.looks: is less than one");
    }
  }

  /** The longest wait after so many tries. */
  Duration most(int tries) {
    Duration wait = first;
    for (int i = 1; i < tries && wait.compareTo(longest) < 0; i++) {
      wait = wait.multipliedBy(2);
    }
    return wait.compareTo(longest) > 0 ? longest : wait;
  }
}
