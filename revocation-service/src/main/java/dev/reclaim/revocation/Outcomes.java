package dev.reclaim.revocation;

import dev.reclaim.events.RevocationEvent.Step;
import java.util.List;

/** Access and seat, the two linked outcomes of one revocation, each for itself. */
public record Outcomes(Outcome access, Outcome seat) {

  /** How far one of them has got. */
  public enum Outcome {
    /** The order does not ask for it. */
    NOT_WANTED,
    OPEN,
    /** Done, as far as the system or a person said. */
    GONE,
    /** A look proved it. */
    PROVED,
    /** Given back on request. */
    GIVEN_BACK
  }

  /** Reads them from where a revocation stands. */
  public static Outcomes of(Revocation state) {
    return new Outcomes(
        outcome(state, ahead(state).stream().filter(step -> step != Step.FREE_SEAT).toList()),
        outcome(state, ahead(state).stream().filter(step -> step == Step.FREE_SEAT).toList()));
  }

  private static List<Step> ahead(Revocation state) {
    return state
        .course()
        .plan()
        .map(plan -> plan.steps().stream().map(PlannedStep::step).toList())
        .orElseGet(() -> state.task().wanted());
  }

  private static Outcome outcome(Revocation state, List<Step> steps) {
    if (steps.isEmpty()) {
      return Outcome.NOT_WANTED;
    }
    boolean all = steps.stream().allMatch(state.course()::done);
    return switch (state) {
      case Verified _ -> all ? Outcome.PROVED : Outcome.OPEN;
      case Restored _ -> Outcome.GIVEN_BACK;
      case Requested _, Held _, InFlight _, ByHand _, AwaitingVerification _, Failed _ ->
          all ? Outcome.GONE : Outcome.OPEN;
      case Canceled _ -> Outcome.OPEN;
      case Restoring _, PuttingBack _, CheckingRestore _, RestoreFailed _ ->
          all ? Outcome.GONE : Outcome.OPEN;
    };
  }
}
