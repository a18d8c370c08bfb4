package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.Handling.Order;
import dev.reclaim.events.OperationId;
import dev.reclaim.events.RevocationEvent.Step;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BrakesTest {

  private static final Brakes BRAKES = new Brakes(Limits.DEFAULT, false);
  private static final Pace CALM = new Pace(0, 0, 50, 50);
  private static final Pace FULL = new Pace(10, 10, 50, 50);
  private static final KillSwitch ON = new KillSwitch(true, "audit", "anna", Given.NOW);
  private static final String LIMIT = Brake.limitOf(Given.APPLICATION);

  private final Requested waiting = Given.requested(Order.ACCESS_FIRST);

  @Test
  void letsGoWhatNothingHolds() {
    assertThat(BRAKES.holding(waiting, Given.OPEN)).isEmpty();
  }

  @Test
  void sayWhoTurnedTheKillSwitchOnAndWhy() {
    assertThat(BRAKES.holding(waiting, new Readings(ON, CALM, CALM, Set.of())))
        .contains(new Brake(Brake.KILL_SWITCH, "the kill switch was turned on by anna: audit"));
  }

  @Test
  void planAndHoldInADryRun() {
    assertThat(new Brakes(Limits.DEFAULT, true).holding(waiting, Given.OPEN))
        .hasValueSatisfying(
            brake -> {
              assertThat(brake.id()).isEqualTo(Brake.DRY_RUN);
              assertThat(brake.why()).contains("DISABLE_ACCOUNT, FREE_SEAT");
            });
  }

  @Test
  void countPerApplicationAndInAll() {
    assertThat(held(waiting, new Readings(KillSwitch.OFF, FULL, CALM, Set.of()))).contains(LIMIT);
    assertThat(held(waiting, new Readings(KillSwitch.OFF, CALM, FULL, Set.of())))
        .contains(Brake.LIMIT_IN_ALL);
  }

  @Test
  void holdWhoComesAfterSomebodyWhoIsHeld() {
    assertThat(held(waiting, new Readings(KillSwitch.OFF, CALM, CALM, Set.of(LIMIT))))
        .contains(LIMIT);
  }

  @Test
  void letPassWhatWasReleasedFromThatBrakeAlone() {
    // given
    Requested released =
        new Held(waiting.task(), waiting.course(), new Brake(LIMIT, "too many"))
            .release("released by anna and ben", Given.NOW)
            .state();

    // then
    assertThat(held(released, new Readings(KillSwitch.OFF, FULL, CALM, Set.of(LIMIT)))).isEmpty();
    assertThat(held(released, new Readings(KillSwitch.OFF, FULL, FULL, Set.of())))
        .contains(Brake.LIMIT_IN_ALL);
    assertThat(held(released, new Readings(ON, CALM, CALM, Set.of()))).contains(Brake.KILL_SWITCH);
  }

  @Test
  void countOnlyFirstStepsButStopEveryStep() {
    // given
    Taken first =
        new Taken(
            Step.DISABLE_ACCOUNT,
            OperationId.of(waiting.task().id(), "DISABLE_ACCOUNT", 1),
            Given.GROUP,
            Given.NOW,
            "done");
    Requested halfWay =
        new Requested(waiting.task(), waiting.course().take(first), Optional.empty());

    // then
    assertThat(held(halfWay, new Readings(KillSwitch.OFF, FULL, FULL, Set.of(LIMIT)))).isEmpty();
    assertThat(held(halfWay, new Readings(ON, CALM, CALM, Set.of()))).contains(Brake.KILL_SWITCH);
  }

  private static Optional<String> held(Requested waiting, Readings readings) {
    return BRAKES.holding(waiting, readings).map(Brake::id);
  }
}
