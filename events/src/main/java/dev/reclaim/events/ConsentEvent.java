package dev.reclaim.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every transition of a candidate, as consent-service leads it to its end; and who stands in. */
public sealed interface ConsentEvent extends Event {

  /** What happened to one candidate. */
  sealed interface AboutCandidate extends ConsentEvent {
    CandidateId candidate();
  }

  /** Whose seat it is; or for whom somebody stands in. */
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
      implements AboutCandidate {}

  /** A person has to look at it. */
  @EventType("reclaim.candidate-needs-attention.v1")
  record CandidateNeedsAttention(
      CandidateId candidate, HolderId holder, Actor by, String why, String whatToDo)
      implements AboutCandidate {}

  /** A hold stands in the way. */
  @EventType("reclaim.candidate-held.v1")
  record CandidateHeld(
      CandidateId candidate, HolderId holder, Actor by, String why, Optional<Instant> until)
      implements AboutCandidate {}

  /** The holder gets a question: Keep or Release. */
  @EventType("reclaim.holder-asked.v1")
  record HolderAsked(
      CandidateId candidate, HolderId holder, Actor by, String why, PromptId prompt, Instant until)
      implements AboutCandidate {}

  /**
   * Somebody who was asked has not answered yet, and is told once more.
   *
   * @param who the holder, or the approver
   */
  @EventType("reclaim.reminded.v1")
  record Reminded(
      CandidateId candidate,
      HolderId holder,
      Actor by,
      String why,
      HolderId who,
      PromptId prompt,
      Instant until)
      implements AboutCandidate {}

  /**
   * The holder has answered.
   *
   * @param further the answers to the campaign's other questions
   */
  @EventType("reclaim.holder-answered.v1")
  record HolderAnswered(
      CandidateId candidate,
      HolderId holder,
      Actor by,
      String why,
      Answer answer,
      Optional<String> comment,
      List<Further> further)
      implements AboutCandidate {

    public HolderAnswered {
      further = further == null ? List.of() : List.copyOf(further);
    }

    public HolderAnswered(
        CandidateId candidate,
        HolderId holder,
        Actor by,
        String why,
        Answer answer,
        Optional<String> comment) {
      this(candidate, holder, by, why, answer, comment, List.of());
    }
  }

  /**
   * An answer to a question that does not decide.
   *
   * @param question its id in the campaign
   * @param given the ids of the options that were chosen, or a text
   */
  record Further(String question, List<String> given) {

    public Further {
      given = List.copyOf(given);
    }
  }

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
      implements AboutCandidate {}

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
      implements AboutCandidate {}

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
      implements AboutCandidate {

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
      implements AboutCandidate {}

  /**
   * The end of a candidate.
   *
   * @param restsUntil until when the seat is left alone, where it was kept
   * @param proof what shows that a person took it back by hand
   */
  @EventType("reclaim.candidate-closed.v1")
  record CandidateClosed(
      CandidateId candidate,
      SeatRef seat,
      Actor by,
      String why,
      Outcome outcome,
      RuleName rule,
      Optional<Instant> restsUntil,
      Optional<String> proof)
      implements AboutCandidate {

    public CandidateClosed(
        CandidateId candidate, SeatRef seat, Actor by, String why, Outcome outcome, RuleName rule) {
      this(candidate, seat, by, why, outcome, rule, Optional.empty(), Optional.empty());
    }

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
      implements AboutCandidate {}

  /**
   * Somebody decides in the place of an approver for a time.
   *
   * @param holder the approver for whom they stand in
   * @param until the first moment when they do no more
   */
  @EventType("reclaim.stand-in-named.v1")
  record StandInNamed(
      HolderId holder, Actor by, String why, HolderId standIn, Instant from, Instant until)
      implements ConsentEvent {}

  /** Somebody stands in no more, before the time was over. */
  @EventType("reclaim.stand-in-ended.v1")
  record StandInEnded(HolderId holder, Actor by, String why, HolderId standIn)
      implements ConsentEvent {}
}
