package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.Handling.Order;
import dev.reclaim.events.OperationId;
import dev.reclaim.events.PolicyEvent.HoldPlaced;
import dev.reclaim.events.RevocationEvent.Step;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BrakesTest {

  private static final Brakes BRAKES = Given.brakes(false);
  private static final Pace CALM = new Pace(0, 0, 50, 50);
  private static final Pace FULL = new Pace(10, 10, 50, 50);
  private static final KillSwitch ON = new KillSwitch(true, "audit", "anna", Given.NOW);
  private static final String LIMIT = Brake.limitOf(Given.APPLICATION);

  private final Requested waiting = Given.requested(Order.ACCESS_FIRST);

  @Test
  void letsGoWhatNothingHolds() {
    assertThat(BRAKES.holding(waiting, Step.DISABLE_ACCOUNT, Given.facts(), Given.NOW)).isEmpty();
  }

  @Test
  void sayWhoTurnedTheKillSwitchOnAndWhy() {
    assertThat(
            BRAKES
                .holding(
                    waiting,
                    Step.DISABLE_ACCOUNT,
                    Given.facts(Given.readings(ON, CALM, CALM, Set.of())),
                    Given.NOW)
                .map(Stop::brake))
        .contains(new Brake(Brake.KILL_SWITCH, "the kill switch was turned on by anna: audit"));
  }

  @Test
  void planAndHoldInADryRun() {
    assertThat(Given.brakes(true).holding(waiting, Step.DISABLE_ACCOUNT, Given.facts(), Given.NOW))
        .hasValueSatisfying(
            stop -> {
              assertThat(stop.brake().id()).isEqualTo(Brake.DRY_RUN);
              assertThat(stop.brake().why()).contains("DISABLE_ACCOUNT", "FREE_SEAT");
            });
  }

  @Test
  void countPerApplicationAndInAll() {
    assertThat(held(waiting, Given.readings(KillSwitch.OFF, FULL, CALM, Set.of()))).contains(LIMIT);
    assertThat(held(waiting, Given.readings(KillSwitch.OFF, CALM, FULL, Set.of())))
        .contains(Brake.LIMIT_IN_ALL);
  }

  @Test
  void holdWhoComesAfterSomebodyWhoIsHeld() {
    assertThat(held(waiting, Given.readings(KillSwitch.OFF, CALM, CALM, Set.of(LIMIT))))
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
    assertThat(held(released, Given.readings(KillSwitch.OFF, FULL, CALM, Set.of(LIMIT)))).isEmpty();
    assertThat(held(released, Given.readings(KillSwitch.OFF, FULL, FULL, Set.of())))
        .contains(Brake.LIMIT_IN_ALL);
    assertThat(held(released, Given.readings(ON, CALM, CALM, Set.of())))
        .contains(Brake.KILL_SWITCH);
  }

  @Test
  void countOnlyFirstStepsButStopEveryStep() {
    // given
    Taken first =
        new Taken(
            Step.DISABLE_ACCOUNT,
            OperationId.of(waiting.task().id(), "DISABLE_ACCOUNT", 1),
            Optional.of(new Place(Given.GROUP, "ada@example.com")),
            Given.NOW,
            "done");
    Requested halfWay =
        new Requested(waiting.task(), waiting.course().take(first), Optional.empty());

    // then
    assertThat(held(halfWay, Given.readings(KillSwitch.OFF, FULL, FULL, Set.of(LIMIT)))).isEmpty();
    assertThat(held(halfWay, Given.readings(ON, CALM, CALM, Set.of()))).contains(Brake.KILL_SWITCH);
  }

  @Test
  void keepSeatAndDataUnderALegalHoldButLetNobodySignIn() {
    // given
    KnownHold hold =
        new KnownHold(HoldPlaced.Kind.LEGAL, "the hold case-7 (LEGAL)", Optional.empty());
    Facts facts = Given.facts(holder(List.of(hold), false, Optional.empty()));

    // then
    assertThat(idOf(waiting, Step.DISABLE_ACCOUNT, facts)).isEmpty();
    assertThat(idOf(waiting, Step.END_SESSIONS, facts)).isEmpty();
    assertThat(idOf(waiting, Step.REVOKE_TOKENS, facts)).isEmpty();
    assertThat(idOf(waiting, Step.LEAVE_GROUPS, facts)).contains(Brake.LEGAL_HOLD);
    assertThat(idOf(waiting, Step.FREE_SEAT, facts)).contains(Brake.LEGAL_HOLD);
  }

  @Test
  void keepASeatUntilTheOneThatTakesItsPlaceIsActive() {
    // given
    Requested later = Given.requested(Order.AFTER_REPLACEMENT);

    // then
    assertThat(idOf(later, Step.FREE_SEAT, Given.facts(holder(List.of(), false, Optional.empty()))))
        .contains(Brake.REPLACEMENT);
    assertThat(idOf(later, Step.FREE_SEAT, Given.facts(holder(List.of(), true, Optional.empty()))))
        .isEmpty();
  }

  @Test
  void holdEverybodyOfAWaveOfLeaversAndNobodyElse() {
    // given
    SourcesSeen wave = new SourcesSeen(Optional.empty(), 0, 100, 40, 100);
    Instant aDayAgo = Given.NOW.minus(SourceLimits.WAVE);

    // then
    assertThat(heldAmong(wave, Optional.of(Given.NOW))).contains(Brake.LEAVERS);
    assertThat(heldAmong(wave, Optional.of(aDayAgo.plusMillis(1)))).contains(Brake.LEAVERS);
    assertThat(heldAmong(wave, Optional.of(aDayAgo))).isEmpty();
    assertThat(heldAmong(wave, Optional.empty())).isEmpty();
    assertThat(
            heldAmong(new SourcesSeen(Optional.empty(), 0, 100, 20, 100), Optional.of(Given.NOW)))
        .isEmpty();
  }

  @Test
  void doNotForgetAWaveOfLeaversBecauseADayHasPassed() {
    // given
    Held held =
        new Held(waiting.task(), waiting.course(), new Brake(Brake.LEAVERS, "40 of 100 people"));
    Facts later =
        Given.facts(holder(List.of(), false, Optional.of(Given.NOW.minus(Duration.ofDays(2)))));

    // then
    assertThat(idOf(held.judgeAfresh(Given.NOW).state(), Step.DISABLE_ACCOUNT, later))
        .contains(Brake.LEAVERS);
    assertThat(
            idOf(
                held.release("released by anna and ben", Given.NOW).state(),
                Step.DISABLE_ACCOUNT,
                later))
        .isEmpty();
  }

  @Test
  void holdAnApplicationWhoseListingCollapsed() {
    assertThat(heldAmong(new SourcesSeen(Optional.empty(), 100, 100, 0, 0), Optional.empty()))
        .contains(Brake.collapsedListingOf(Given.APPLICATION));
  }

  @Test
  void holdWhatNobodyReportsAnyMoreWhereUseMatters() {
    // given
    SourcesSeen stale =
        new SourcesSeen(Optional.of(Given.NOW.minus(Duration.ofDays(4))), 0, 100, 0, 0);
    Requested whoeverUsesIt =
        Requested.by(Given.approval(Order.SEAT_ONLY, Optional.empty()), Given.NOW).state();

    // then
    assertThat(heldAmong(stale, Optional.empty()))
        .contains(Brake.staleSourcesOf(Given.APPLICATION));
    assertThat(
            idOf(
                whoeverUsesIt,
                Step.FREE_SEAT,
                Given.facts(new Readings(KillSwitch.OFF, CALM, CALM, Set.of(), stale))))
        .isEmpty();
  }

  @Test
  void holdOutsideOfTheWorkingHoursUntilTheyBegin() {
    // given
    WorkingHours office =
        new WorkingHours(
            ZoneId.of("UTC"),
            Set.of(DayOfWeek.MONDAY),
            LocalTime.of(10, 0),
            LocalTime.of(18, 0),
            List.of());
    Brakes brakes = new Brakes(Limits.DEFAULT, SourceLimits.DEFAULT, office, false);

    // then
    assertThat(brakes.holding(waiting, Step.DISABLE_ACCOUNT, Given.facts(), Given.NOW))
        .hasValueSatisfying(
            stop -> {
              assertThat(stop.brake().id()).isEqualTo(Brake.WORKING_HOURS);
              assertThat(stop.until()).contains(Given.NOW.plus(Duration.ofHours(1)));
            });
    assertThat(
            brakes.holding(
                waiting, Step.DISABLE_ACCOUNT, Given.facts(), Given.NOW.plus(Duration.ofHours(1))))
        .isEmpty();
  }

  private Optional<String> heldAmong(SourcesSeen sources, Optional<Instant> leftHeardAt) {
    return idOf(
        waiting,
        Step.DISABLE_ACCOUNT,
        new Facts(
            Optional.empty(),
            holder(List.of(), false, leftHeardAt),
            Optional.of(Given.DIAGRAMS),
            new Readings(KillSwitch.OFF, CALM, CALM, Set.of(), sources)));
  }

  private static AboutHolder holder(
      List<KnownHold> holds, boolean replaced, Optional<Instant> leftHeardAt) {
    return new AboutHolder(Optional.empty(), holds, List.of(), replaced, leftHeardAt);
  }

  private static Optional<String> idOf(Requested waiting, Step step, Facts facts) {
    return BRAKES.holding(waiting, step, facts, Given.NOW).map(stop -> stop.brake().id());
  }

  private static Optional<String> held(Requested waiting, Readings readings) {
    return BRAKES
        .holding(waiting, Step.DISABLE_ACCOUNT, Given.facts(readings), Given.NOW)
        .map(stop -> stop.brake().id());
  }
}
