package dev.reclaim.revocation;

/** Which account of an outside system belongs to a holder. */
public sealed interface Whereabouts {

  /** Exactly one, and it goes by this name. */
  record Known(String account) implements Whereabouts {}

  /** None, or more than one. */
  record Nowhere(String why, String whatToDo) implements Whereabouts {}

  /** The system did not answer; nothing is known. */
  record Unreadable(String why) implements Whereabouts {}
}
