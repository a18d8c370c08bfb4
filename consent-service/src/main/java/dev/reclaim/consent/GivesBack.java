package dev.reclaim.consent;

import dev.reclaim.events.CandidateId;
import dev.reclaim.events.HolderId;

/** Gives a seat back that was taken. */
public interface GivesBack {

  /** In the name of the holder who wants it; the work begins, and its end is told by events. */
  Outcome giveBack(CandidateId candidate, HolderId holder);

  /** Whether it begins. */
  sealed interface Outcome {
    record Begins() implements Outcome {}

    /**
     * It does not.
     *
     * @param why in the words of whoever refused, in English
     */
    record Refused(String why) implements Outcome {}

    record NoAnswer() implements Outcome {}
  }
}
