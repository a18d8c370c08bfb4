package dev.reclaim.sandbox.graph;

import java.time.Duration;

/**
 * A way to misbehave, a number of times.
 *
 * @param times how many requests suffer
 * @param lasting how slow, or how long to wait; whole seconds for the throttling ones
 */
public record Fault(Kind kind, int times, Duration lasting) {

  /** What goes wrong. */
  public enum Kind {
    /** The answer, to whatever, comes late. */
    SLOW,
    /** A change is refused with 429 and not made. */
    THROTTLE,
    /** A read is refused with 429. */
    THROTTLE_READS,
    /** A change is refused with 503 and not made. */
    BROKEN,
    /** A change is made, and the connection is closed before the answer. */
    DROP_ANSWER,
    /** A change is answered as if it had been made, and is not made. */
    LIE,
    /** The token endpoint answers 503. */
    NO_TOKENS
  }

  public Fault {
    if (times < 1 || times > 10_000) {
      throw new IllegalArgumentException("times: must be between 1 and 10000");
    }
    if (lasting.isNegative() || lasting.compareTo(Duration.ofMinutes(5)) > 0) {
      throw new IllegalArgumentException("millis: must be between 0 and 300000");
    }
  }

  /** Once; a refused request may come again after one second. */
  public static Fault once(Kind kind) {
    return new Fault(kind, 1, Duration.ofSeconds(1));
  }
}
