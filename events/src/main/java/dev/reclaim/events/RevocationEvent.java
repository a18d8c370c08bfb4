package dev.reclaim.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every step and outcome of the work in the outside systems. */
public sealed interface RevocationEvent extends Event {

  RevocationId revocation();

  CandidateId candidate();

  SeatRef seat();

  /** What happened, as a sentence. */
  String why();

  @Override
  default String key() {
    return seat().holder().value();
  }

  /** What a step does in the outside system. */
  enum Step {
    /** Deprovision: the account cannot sign in any more. */
    DISABLE_ACCOUNT,
    /** Deprovision: whoever is signed in is signed out. */
    END_SESSIONS,
    /** Deprovision: keys and tokens of the account work no more. */
    REVOKE_TOKENS,
    /** Deprovision: the account leaves the groups that give it anything. */
    LEAVE_GROUPS,
    /** Reclaim: the seat is free, in the way that its source names. */
    FREE_SEAT
  }

  /** The order was taken, with the steps it needs. */
  @EventType("reclaim.revocation-requested.v1")
  record RevocationRequested(
      RevocationId revocation, CandidateId candidate, SeatRef seat, String why, List<Step> plan)
      implements RevocationEvent {}

  /** A brake holds it; it goes on when the brake is released or its reason ends. */
  @EventType("reclaim.revocation-held.v1")
  record RevocationHeld(
      RevocationId revocation, CandidateId candidate, SeatRef seat, String why, String brake)
      implements RevocationEvent {}

  /** The last look found a reason not to: nothing was taken. */
  @EventType("reclaim.revocation-canceled.v1")
  record RevocationCanceled(
      RevocationId revocation, CandidateId candidate, SeatRef seat, String why, Cause cause)
      implements RevocationEvent {

    /** What the last look found. */
    public enum Cause {
      USED,
      HOLD_PLACED,
      CALLED_OFF
    }
  }

  /** The earlier state is saved and the call is about to be made. */
  @EventType("reclaim.step-intended.v1")
  record StepIntended(
      RevocationId revocation,
      CandidateId candidate,
      SeatRef seat,
      String why,
      Step step,
      OperationId operation)
      implements RevocationEvent {}

  /** A deprovision step is done. */
  @EventType("reclaim.access-removed.v1")
  record AccessRemoved(
      RevocationId revocation,
      CandidateId candidate,
      SeatRef seat,
      String why,
      Step step,
      OperationId operation)
      implements RevocationEvent {}

  /** A reclaim step is done: the seat is free, as far as the vendor answered. */
  @EventType("reclaim.seat-freed.v1")
  record SeatFreed(
      RevocationId revocation,
      CandidateId candidate,
      SeatRef seat,
      String why,
      Step step,
      OperationId operation)
      implements RevocationEvent {}

  /** A read-back proved that all of it is so. Only now a saving may be booked. */
  @EventType("reclaim.revocation-verified.v1")
  record RevocationVerified(
      RevocationId revocation,
      CandidateId candidate,
      SeatRef seat,
      String why,
      Instant restorableUntil)
      implements RevocationEvent {}

  /** It cannot go on without a person. */
  @EventType("reclaim.revocation-failed.v1")
  record RevocationFailed(
      RevocationId revocation,
      CandidateId candidate,
      SeatRef seat,
      String why,
      Optional<Step> step,
      String whatToDo)
      implements RevocationEvent {}

  /** Somebody wants the earlier state back. */
  @EventType("reclaim.restore-requested.v1")
  record RestoreRequested(
      RevocationId revocation, CandidateId candidate, SeatRef seat, String why, Actor by)
      implements RevocationEvent {}

  /** The earlier state is back, proved by a read-back; the idle clock starts anew. */
  @EventType("reclaim.seat-restored.v1")
  record SeatRestored(
      RevocationId revocation, CandidateId candidate, SeatRef seat, String why, Instant at)
      implements RevocationEvent {}

  /** The earlier state could not be put back. */
  @EventType("reclaim.restore-failed.v1")
  record RestoreFailed(
      RevocationId revocation, CandidateId candidate, SeatRef seat, String why, String whatToDo)
      implements RevocationEvent {}
}
