package dev.reclaim.consent;

import dev.reclaim.events.Holder;

/** Who decides, or why nobody does. */
public sealed interface ApproverChoice {

  /**
   * Somebody decides.
   *
   * @param why how we came to this person, as part of a sentence
   */
  record Somebody(Holder approver, String why) implements ApproverChoice {}

  record Nobody(String why, String whatToDo) implements ApproverChoice {}
}
