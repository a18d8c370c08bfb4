package dev.reclaim.sandbox.directory;

import java.time.Duration;

/**
 * A way to misbehave, a number of times.
 *
 * @param times how many requests suffer; for {@link Kind#STALE_READS} how many changes are followed
 *     by it
 * @param lasting how slow, or how long reads stay stale; zero for the others
 */
public record Fault(Kind kind, int times, Duration lasting) {

  /** What goes wrong. */
  public enum Kind {
    /** The answer to a change comes late. */
    SLOW,
    /** A change is made, and the connection is closed before the answer. */
    DROP_ANSWER,
    /** A change is answered with busy (51) and not made. */
    BUSY,
    /** A change is answered with unwilling (53) and not made. */
    REFUSE,
    /** The connection is closed instead of answering a search. */
    DROP_SEARCH,
    /** A search is answered with busy (51). */
    BUSY_SEARCH,
    /** After a change is made, reads show the state before it for a while. */
    STALE_READS
  }

  public Fault {
    if (times < 1 || times > 10_000) {
      throw new IllegalArgumentException("times: must be between 1 and 10000");
    }
    if (lasting.isNegative() || lasting.compareTo(Duration.ofMinutes(5)) > 0) {
      throw new IllegalArgumentException("millis: must be between 0 and 300000");
    }
    if (lasting.isZero() && (kind == Kind.SLOW || kind == Kind.STALE_READS)) {
      throw new IllegalArgumentException("millis: is missing");
    }
  }
}
