package dev.reclaim.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every step and outcome of the work in the outside systems, and what brakes do to it. */
public sealed interface RevocationEvent extends Event {

  /** What happened, as a sentence. */
  String why();

  /** What happens to one revocation. */
  sealed interface AboutRevocation extends RevocationEvent {
    RevocationId revocation();

    CandidateId candidate();

    SeatRef seat();

    @Override
    default String key() {
      return seat().holder().value();
    }
  }

  /** What happens to a brake as a whole. */
  sealed interface AboutBrake extends RevocationEvent {

    /** As {@code GET /brakes} names it. */
    String brake();

    @Override
    default String key() {
      return "brake/" + brake();
    }
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
      implements AboutRevocation {}

  /** A brake holds it; it goes on when the brake is released or its reason ends. */
  @EventType("reclaim.revocation-held.v1")
  record RevocationHeld(
      RevocationId revocation, CandidateId candidate, SeatRef seat, String why, String brake)
      implements AboutRevocation {}

  /** The last look found a reason not to: nothing was taken. */
  @EventType("reclaim.revocation-canceled.v1")
  record RevocationCanceled(
      RevocationId revocation, CandidateId candidate, SeatRef seat, String why, Cause cause)
      implements AboutRevocation {

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
      implements AboutRevocation {}

  /** A deprovision step is done. */
  @EventType("reclaim.access-removed.v1")
  record AccessRemoved(
      RevocationId revocation,
      CandidateId candidate,
      SeatRef seat,
      String why,
      Step step,
      OperationId operation)
      implements AboutRevocation {}

  /** A reclaim step is done: the seat is free, as far as the vendor answered. */
  @EventType("reclaim.seat-freed.v1")
  record SeatFreed(
      RevocationId revocation,
      CandidateId candidate,
      SeatRef seat,
      String why,
      Step step,
      OperationId operation)
      implements AboutRevocation {}

  /** A read-back proved that all of it is so. Only now a saving may be booked. */
  @EventType("reclaim.revocation-verified.v1")
  record RevocationVerified(
      RevocationId revocation,
      CandidateId candidate,
      SeatRef seat,
      String why,
      Instant restorableUntil)
      implements AboutRevocation {}

  /** It cannot go on without a person. */
  @EventType("reclaim.revocation-failed.v1")
  record RevocationFailed(
      RevocationId revocation,
      CandidateId candidate,
      SeatRef seat,
      String why,
      Optional<Step> step,
      String whatToDo)
      implements AboutRevocation {}

  /** Somebody wants the earlier state back. */
  @EventType("reclaim.restore-requested.v1")
  record RestoreRequested(
      RevocationId revocation, CandidateId candidate, SeatRef seat, String why, Actor by)
      implements AboutRevocation {}

  /** The earlier state is back, proved by a read-back; the idle clock starts anew. */
  @EventType("reclaim.seat-restored.v1")
  record SeatRestored(
      RevocationId revocation, CandidateId candidate, SeatRef seat, String why, Instant at)
      implements AboutRevocation {}

  /** The earlier state could not be put back. */
  @EventType("reclaim.restore-failed.v1")
  record RestoreFailed(
      RevocationId revocation, CandidateId candidate, SeatRef seat, String why, String whatToDo)
      implements AboutRevocation {}

  /**
   * The plan is settled: what is done where, and what is left out.
   *
   * @param steps in their order
   * @param leftOut one sentence for each step that was wanted and is not taken
   */
  @EventType("reclaim.revocation-planned.v1")
  record RevocationPlanned(
      RevocationId revocation,
      CandidateId candidate,
      SeatRef seat,
      String why,
      List<PlannedStep> steps,
      List<String> leftOut)
      implements AboutRevocation {

    public RevocationPlanned {
      steps = List.copyOf(steps);
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * One step of a plan.
   *
   * @param connection behind which it is taken; empty for a step that a person takes by hand
   */
  record PlannedStep(Step step, Optional<ConnectionName> connection) {}

  /**
   * No interface offers this step, so a person takes it.
   *
   * @param why what to do, as instructions
   * @param assignee who shall do it; empty for whoever comes first
   */
  @EventType("reclaim.manual-task-opened.v1")
  record ManualTaskOpened(
      RevocationId revocation,
      CandidateId candidate,
      SeatRef seat,
      String why,
      Step step,
      Optional<String> assignee,
      Instant dueAt)
      implements AboutRevocation {}

  /** Somebody else shall do it. */
  @EventType("reclaim.manual-task-assigned.v1")
  record ManualTaskAssigned(
      RevocationId revocation,
      CandidateId candidate,
      SeatRef seat,
      String why,
      Step step,
      String assignee,
      Actor by)
      implements AboutRevocation {}

  /** It is not done, and should be. */
  @EventType("reclaim.manual-task-overdue.v1")
  record ManualTaskOverdue(
      RevocationId revocation,
      CandidateId candidate,
      SeatRef seat,
      String why,
      Step step,
      Optional<String> assignee,
      Instant dueAt)
      implements AboutRevocation {}

  /**
   * A person says that it is done; where it can be looked at, a read-back follows.
   *
   * @param proof a ticket, a confirmation, whatever shows it
   */
  @EventType("reclaim.manual-task-done.v1")
  record ManualTaskDone(
      RevocationId revocation,
      CandidateId candidate,
      SeatRef seat,
      String why,
      Step step,
      String proof,
      Actor by)
      implements AboutRevocation {}

  /** Access and seat do not stand together as they should. */
  @EventType("reclaim.drift-found.v1")
  record DriftFound(
      RevocationId revocation,
      CandidateId candidate,
      SeatRef seat,
      String why,
      Drift drift,
      String whatToDo)
      implements AboutRevocation {}

  /** They stand together again. */
  @EventType("reclaim.drift-ended.v1")
  record DriftEnded(
      RevocationId revocation, CandidateId candidate, SeatRef seat, String why, Drift drift)
      implements AboutRevocation {}

  /** How access and seat can differ from what was done. */
  enum Drift {
    /** Access is gone, and the seat is still held. */
    SEAT_LAGS,
    /** The seat is free, and access is still there. */
    ACCESS_LAGS,
    /** Access was gone, proved by a look, and is there again. */
    ACCESS_CAME_BACK,
    /** The seat was free, proved by a look, and is held again. */
    SEAT_CAME_BACK
  }

  /** A brake begins to hold what it had let pass until now; people are told. */
  @EventType("reclaim.brake-stopped.v1")
  record BrakeStopped(String brake, String why, Instant at) implements AboutBrake {

    public BrakeStopped {
      Ids.requireText("brake", brake);
    }
  }

  /**
   * People did something about a brake, or about one of those that it holds.
   *
   * @param why the reason that they gave, or why they may not
   * @param revocations those that are let pass or ended by it; where a release is asked for or
   *     refused, the one that is meant, or none for the whole brake
   */
  @EventType("reclaim.brake-handled.v1")
  record BrakeHandled(String brake, Act act, Actor by, String why, List<RevocationId> revocations)
      implements AboutBrake {

    /** What they did. */
    public enum Act {
      TURNED_ON,
      TURNED_OFF,
      /** The first of two. */
      RELEASE_ASKED,
      RELEASED,
      /** Whoever saved the version of a rule does not release what that version found. */
      RELEASE_REFUSED,
      CANCELED
    }

    public BrakeHandled {
      Ids.requireText("brake", brake);
      revocations = List.copyOf(revocations);
    }
  }
}
