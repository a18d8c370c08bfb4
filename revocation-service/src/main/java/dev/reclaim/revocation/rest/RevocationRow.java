package dev.reclaim.revocation.rest;

import dev.reclaim.events.SeatRef;
import dev.reclaim.revocation.AwaitingVerification;
import dev.reclaim.revocation.ByHand;
import dev.reclaim.revocation.Canceled;
import dev.reclaim.revocation.CheckingRestore;
import dev.reclaim.revocation.Failed;
import dev.reclaim.revocation.Held;
import dev.reclaim.revocation.InFlight;
import dev.reclaim.revocation.Outcomes;
import dev.reclaim.revocation.PuttingBack;
import dev.reclaim.revocation.Requested;
import dev.reclaim.revocation.RestoreFailed;
import dev.reclaim.revocation.Restored;
import dev.reclaim.revocation.Restoring;
import dev.reclaim.revocation.Revocation;
import dev.reclaim.revocation.SeesRevocations.Standing;
import dev.reclaim.revocation.Verified;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One revocation as it is listed.
 *
 * @param number for {@code after}
 * @param outcomes access and seat, each for itself
 * @param since when it came to this state
 * @param brake what holds it
 * @param why the reason of the present state, as a sentence
 * @param whatToDo what a person can do
 * @param nextAttemptAt when it is looked at again by itself
 */
public record RevocationRow(
    String id,
    long number,
    String candidate,
    String holder,
    String application,
    String account,
    List<String> plan,
    Outcomes outcomes,
    String state,
    Instant since,
    Optional<String> brake,
    Optional<String> why,
    Optional<String> whatToDo,
    Optional<Instant> restorableUntil,
    Optional<Instant> nextAttemptAt) {

  private record Words(
      Optional<String> brake,
      Optional<String> why,
      Optional<String> whatToDo,
      Optional<Instant> restorableUntil) {

    static final Words NONE =
        new Words(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static Words why(String why) {
      return new Words(Optional.empty(), Optional.of(why), Optional.empty(), Optional.empty());
    }

    static Words forPeople(String why, String whatToDo) {
      return new Words(Optional.empty(), Optional.of(why), Optional.of(whatToDo), Optional.empty());
    }
  }

  static RevocationRow of(Standing standing) {
    Revocation state = standing.revocation();
    SeatRef seat = state.task().seat();
    Words words = wordsOf(state);
    return new RevocationRow(
        state.task().id().value(),
        standing.number(),
        state.task().candidate().value(),
        seat.holder().value(),
        seat.application().value(),
        seat.account(),
        planOf(state),
        Outcomes.of(state),
        state.getClass().getSimpleName(),
        standing.since(),
        words.brake(),
        words.why(),
        words.whatToDo(),
        words.restorableUntil(),
        standing.due());
  }

  private static List<String> planOf(Revocation state) {
    return state
        .course()
        .plan()
        .map(plan -> plan.steps().stream().map(one -> one.step().name()).toList())
        .orElseGet(() -> state.task().wanted().stream().map(Enum::name).toList());
  }

  private static Words wordsOf(Revocation state) {
    return switch (state) {
      case Held held ->
          new Words(
              Optional.of(held.brake().id()),
              Optional.of(held.brake().why()),
              Optional.empty(),
              Optional.empty());
      case ByHand waiting -> Words.why(waiting.manual().instructions());
      case Failed failed -> Words.forPeople(failed.why(), failed.whatToDo());
      case RestoreFailed failed -> Words.forPeople(failed.why(), failed.whatToDo());
      case Canceled canceled -> Words.why(canceled.why());
      case Restoring restoring -> Words.why(restoring.undo().reason());
      case PuttingBack restoring -> Words.why(restoring.undo().reason());
      case CheckingRestore restoring -> Words.why(restoring.undo().reason());
      case Verified verified ->
          new Words(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(verified.restorableUntil()));
      case Requested _, InFlight _, AwaitingVerification _, Restored _ -> Words.NONE;
    };
  }
}
