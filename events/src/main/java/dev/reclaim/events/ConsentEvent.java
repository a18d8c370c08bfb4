package dev.reclaim.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every transition of a candidate, as consent-service leads it to its end. */
public sealed interface ConsentEvent extends Event {

  CandidateId candidate();

  HolderId holder();

  /** Who made it happen. */
  Actor by();

  /** Why, as a sentence. */
  String why();

  @Override
  default String key() {
    return holder().value();
  }

  /** The candidate is on the desk and can be started. */
  @EventType("reclaim.candidate-ready.v1")
  record CandidateReady(CandidateId candidate, HolderId holder, Actor by, String why)
      implements ConsentEvent {}

  /** A person has to look at it. */
  @EventType("reclaim.candidate-needs-attention.v1")
  record CandidateNeedsAttention(
      CandidateId candidate, HolderId holder, Actor by, String why, String whatToDo)
      implements ConsentEvent {}

  /** A hold stands in the way. */
  @EventType("reclaim.candidate-held.v1")
  record CandidateHeld(
      CandidateId candidate, HolderId holder, Actor by, String why, Optional<Instant> until)
      implements ConsentEvent {}

  /** The holder gets a question: Keep or Release. */
  @EventType("reclaim.holder-asked.v1")
  record HolderAsked(
      CandidateId candidate, HolderId holder, Actor by, String why, PromptId prompt, Instant until)
      implements ConsentEvent {}

  /** The holder has answered. */
  @EventType("reclaim.holder-answered.v1")
  record HolderAnswered(
      CandidateId candidate,
      HolderId holder,
      Actor by,
      String why,
      Answer answer,
      Optional<String> comment)
      implements ConsentEvent {}

  /** The approver gets a question, since the holder wants to keep or said nothing. */
  @EventType("reclaim.manager-asked.v1")
  record ManagerAsked(
      CandidateId candidate,
      HolderId holder,
      Actor by,
      String why,
      HolderId approver,
      PromptId prompt,
      Instant until)
      implements ConsentEvent {}

  /** The approver has decided. */
  @EventType("reclaim.manager-answered.v1")
  record ManagerAnswered(
      CandidateId candidate,
      HolderId holder,
      Actor by,
      String why,
      HolderId approver,
      Answer answer,
      Optional<String> comment)
      implements ConsentEvent {}

  /**
   * Nobody has to be asked any more: take the seat back.
   *
   * @param taking how the seat is taken
   * @param justification the rule's reasons and the answers that led here
   * @param unlessUsedAfter use after this moment calls it off; empty when use does not matter
   */
  @EventType("reclaim.revocation-approved.v1")
  record RevocationApproved(
      CandidateId candidate,
      SeatRef seat,
      RuleName rule,
      int ruleVersion,
      Handling.Taking taking,
      Actor by,
      String why,
      List<Reason> justification,
      Optional<Instant> unlessUsedAfter)
      implements ConsentEvent {

    @Override
    public HolderId holder() {
      return seat.holder();
    }
  }

  /**
   * The approval no longer stands: use was seen, a hold was placed, or the holder changed their
   * mind.
   */
  @EventType("reclaim.revocation-called-off.v1")
  record RevocationCalledOff(CandidateId candidate, HolderId holder, Actor by, String why)
      implements ConsentEvent {}

  /** The end of a candidate. */
  @EventType("reclaim.candidate-closed.v1")
  record CandidateClosed(
      CandidateId candidate, SeatRef seat, Actor by, String why, Outcome outcome, RuleName rule)
      implements ConsentEvent {

    /** How it ended. */
    public enum Outcome {
      /** The seat is free, and a read-back proved it. */
      COMPLETE,
      /** Kept, or the seat went away by itself. */
      SKIPPED,
      /** Use was seen. */
      CANCELED
    }

    @Override
    public HolderId holder() {
      return seat.holder();
    }
  }

  /** Somebody tried to answer who may not, or with a wrong code. Nothing changed. */
  @EventType("reclaim.answer-refused.v1")
  record AnswerRefused(
      CandidateId candidate, HolderId holder, Actor by, String why, PromptId prompt)
      implements ConsentEvent {}
}
