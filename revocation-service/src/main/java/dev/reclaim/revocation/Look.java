package dev.reclaim.revocation;

import java.time.Duration;
import java.util.Optional;

/** What a fresh look in the outside system shows about one step. */
public sealed interface Look {

  /**
   * What the step takes is still there.
   *
   * @param protectedBecause why it may not be taken
   */
  record There(Optional<String> protectedBecause) implements Look {}

  /** What the step takes is not there; {@code proof} says what was read. */
  record Gone(String proof) implements Look {}

  /**
   * The system shows no trace of this step to anybody, and taking it once more harms nobody.
   *
   * @param protectedBecause why it may not be taken
   */
  record NoTrace(Optional<String> protectedBecause) implements Look {

    /** Begins the name under which a course counts what was taken again without knowing. */
    static final String TAKEN_AGAIN = "ONCE_MORE_";
  }

  /** The question makes no sense: no such account, or more than one. */
  record Nowhere(String why, String whatToDo) implements Look {}

  /**
   * The system did not answer; nothing is known.
   *
   * @param after how long to wait at least before the next look
   */
  record Unreadable(String why, Duration after) implements Look {

    public Unreadable(String why) {
      this(why, Duration.ZERO);
    }
  }
}
