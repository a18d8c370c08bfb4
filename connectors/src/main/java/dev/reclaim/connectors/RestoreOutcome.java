package dev.reclaim.connectors;

import java.time.Duration;

/** How an attempt to put the earlier state back ended. */
public sealed interface RestoreOutcome {

  /**
   * The earlier state holds again, as far as the system answered. Only a look proves it.
   *
   * @param what was put back, and what was so already, as a sentence
   */
  record Restored(String what) implements RestoreOutcome {}

  /** The account or the seat's source is gone for good. */
  record NoLongerPossible(String why) implements RestoreOutcome {}

  /** No usable answer; a part may have been put back. A repeat is harmless. */
  record TryLater(Duration after, String why) implements RestoreOutcome {}

  /** Refused or not understood. */
  record Failed(String why, String whatToDo) implements RestoreOutcome {}
}
