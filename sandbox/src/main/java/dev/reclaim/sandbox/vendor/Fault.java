package dev.reclaim.sandbox.vendor;

import java.time.Duration;

/**
 * A way to misbehave, a number of times.
 *
 * @param after how many requests of the kind that suffers go well before
 * @param times how many requests suffer then
 * @param lasting how slow; zero for the others
 */
public record Fault(Kind kind, int after, int times, Duration lasting) {

  /** What goes wrong. */
  public enum Kind {
    /** The answer, to whatever, comes late. */
    SLOW,
    /** A change is refused in the vendor's own words for "too fast". */
    THROTTLE,
    /** A read is refused in the vendor's own words for "too fast". */
    THROTTLE_READS,
    /** A read is answered, as the last that a limit lets through for now. */
    LAST_CALL,
    /** A change is not made; the vendor answers that something broke. */
    BROKEN,
    /** A change is made, and the connection is closed before the answer. */
    DROP_ANSWER,
    /** A change is answered as if it had been made, and is not made. */
    LIE
  }

  public Fault {
    if (after < 0 || after > 10_000) {
      throw new IllegalArgumentException("after: must be between 0 and 10000");
    }
    if (times < 1 || times > 10_000) {
      throw new IllegalArgumentException("times: must be between 1 and 10000");
    }
    if (lasting.isNegative() || lasting.compareTo(Duration.ofMinutes(5)) > 0) {
      throw new IllegalArgumentException("millis: must be between 0 and 300000");
    }
    if (lasting.isZero() && kind == Kind.SLOW) {
      throw new IllegalArgumentException("millis: is missing");
    }
  }

  public static Fault once(Kind kind) {
    return new Fault(kind, 0, 1, Duration.ZERO);
  }
}
