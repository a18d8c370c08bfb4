package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.connectors.SavedState;
import dev.reclaim.events.Actor;
import dev.reclaim.events.Handling.Order;
import dev.reclaim.events.RevocationEvent.RevocationCanceled.Cause;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.revocation.RestoresSeats.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RestoresSeatsTest {

  private static final Instant UNTIL = Given.NOW.plus(Duration.ofDays(30));
  private static final Task TASK = Given.requested(Order.ACCESS_FIRST).task();
  private static final Course TAKEN =
      keep(keep(Course.START, Step.DISABLE_ACCOUNT), Step.FREE_SEAT);

  @Test
  void undoesTheLastStepFirst() {
    // when
    Answer answer = ask(new Verified(TASK, TAKEN, UNTIL), Given.NOW);

    // then
    assertThat(((Answer.Begins) answer).next().state().undo().left())
        .containsExactly(Step.FREE_SEAT, Step.DISABLE_ACCOUNT);
  }

  @Test
  void endsWithTheWindow() {
    assertThat(ask(new Verified(TASK, TAKEN, UNTIL), UNTIL)).isInstanceOf(Answer.Begins.class);
    assertThat(ask(new Verified(TASK, TAKEN, UNTIL), UNTIL.plusMillis(1)))
        .isEqualTo(new Answer.Refused("it could be restored until " + UNTIL));
  }

  @Test
  void givesBackWhatWasTakenBeforeItFailed() {
    // given
    Failed failed =
        new Failed(
            TASK,
            keep(Course.START, Step.DISABLE_ACCOUNT),
            Optional.of(Step.FREE_SEAT),
            "refused",
            "Ask IT.");

    // then
    assertThat(ask(failed, UNTIL)).isInstanceOf(Answer.Begins.class);
    assertThat(ask(failed, UNTIL.plusMillis(1))).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void hasNothingToGiveBackWhereNothingWasTaken() {
    assertThat(ask(new Verified(TASK, Course.START, UNTIL), Given.NOW))
        .isInstanceOf(Answer.Refused.class);
    assertThat(ask(new Canceled(TASK, Course.START, Cause.USED, "it was used"), Given.NOW))
        .isInstanceOf(Answer.Refused.class);
  }

  @Test
  void changesNothingWhenItIsAskedAgain() {
    assertThat(ask(new Restored(TASK, TAKEN, Given.NOW), Given.NOW))
        .isInstanceOf(Answer.Already.class);
  }

  private static Answer ask(Revocation known, Instant now) {
    return RestoresSeats.ask(known, 30, Actor.operator("anna"), "needed after all", now);
  }

  private static Course keep(Course course, Step step) {
    return course.keep(
        step,
        new Kept(
            new SavedState("make-believe", Set.of(step), Map.of()),
            new Place(Given.GROUP, "ada@example.com"),
            Given.NOW));
  }
}
