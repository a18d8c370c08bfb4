package dev.reclaim.revocation;

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

  /** The question makes no sense: no such account, or more than one. */
  record Nowhere(String why, String whatToDo) implements Look {}

  /** The system did not answer; nothing is known. */
  record Unreadable(String why) implements Look {}
}
