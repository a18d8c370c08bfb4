package dev.reclaim.rules;

import static dev.reclaim.rules.ASeat.days;
import static dev.reclaim.rules.ASeat.minutes;
import static dev.reclaim.rules.ASeat.seat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.Evidence;
import dev.reclaim.rules.Judgement.DoesNotHold;
import dev.reclaim.rules.Judgement.Holds;
import dev.reclaim.rules.Judgement.NotEnoughData;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsedLessThanTest {

  private static final Condition CONDITION =
      new UsedLessThan(Window.ofMinutes(5), Window.ofDays(90));

  @Test
  void holdsForASeatThatNobodyUsedWhileASourceWatched() {
    // given
    ASeat seat = seat().covered(days(90));
    // when
    Judgement judgement = CONDITION.judge(seat.facts());
    // then
    assertThat(judgement).isInstanceOf(Holds.class);
    assertThat(judgement.reasons().getFirst().sentence())
        .isEqualTo("Not used in the last 90 days.");
  }

  @Test
  void holdsOneSecondBelowTheTimeAndNotAtIt() {
    assertThat(judged(seat().covered(days(90)).used(days(3), minutes(5).minusSeconds(1))))
        .isInstanceOf(Holds.class);
    assertThat(judged(seat().covered(days(90)).used(days(3), minutes(5))))
        .isInstanceOf(DoesNotHold.class);
  }

  @Test
  void addsUpTheDaysOfTheWindow() {
    assertThat(
            judged(seat().covered(days(90)).used(days(3), minutes(3)).used(days(60), minutes(2))))
        .isInstanceOf(DoesNotHold.class);
  }

  @Test
  void countsTheWholeDayOnWhichTheWindowBeginsAndNoneBefore() {
    // The window begins at 12:00; use in the morning of that day still counts.
    assertThat(judged(seat().covered(days(90)).used(days(90).plusHours(11), minutes(5))))
        .isInstanceOf(DoesNotHold.class);
    assertThat(judged(seat().covered(days(90)).used(days(90).plusHours(13), minutes(5))))
        .isInstanceOf(Holds.class);
  }

  @Test
  void needsCoverageFromTheWindowsStart() {
    assertThat(judged(seat().covered(days(90)))).isInstanceOf(Holds.class);
    assertThat(judged(seat().covered(days(90).minusSeconds(1)))).isInstanceOf(NotEnoughData.class);
    assertThat(judged(seat())).isInstanceOf(NotEnoughData.class);
  }

  @Test
  void doesNotBelieveASourceThatIsStillTellingItsPast() {
    assertThat(judged(seat().coveredButBelievedIn(Duration.ofSeconds(1), days(100))))
        .isInstanceOf(NotEnoughData.class);
    assertThat(judged(seat().coveredButBelievedIn(Duration.ZERO, days(100))))
        .isInstanceOf(Holds.class);
  }

  @Test
  void needsAFreshSource() {
    assertThat(judged(seat().covered(days(100), days(2)))).isInstanceOf(Holds.class);
    assertThat(judged(seat().covered(days(100), days(2).plusSeconds(1))))
        .isInstanceOf(NotEnoughData.class);
  }

  @Test
  void isContentWithOneGoodSourceAmongBadOnes() {
    assertThat(judged(seat().covered(days(10)).covered(days(100), days(9)).covered(days(91))))
        .isInstanceOf(Holds.class);
  }

  @Test
  void doesNotHoldAfterAnOpenOfUnknownLengthAndNeitherDoesItsOpposite() {
    // given
    ASeat seat = seat().covered(days(90)).openedWithoutLength(days(3));
    // when
    Judgement opposite = new Condition.Not(CONDITION).judge(seat.facts());
    // then
    assertThat(judged(seat)).isInstanceOf(DoesNotHold.class);
    assertThat(opposite).isInstanceOf(NotEnoughData.class);
  }

  @Test
  void givesGraceToASeatYoungerThanTheWindow() {
    assertThat(judged(seat().covered(days(200)).assigned(days(90)))).isInstanceOf(Holds.class);
    assertThat(judged(seat().covered(days(200)).assigned(days(90).minusSeconds(1))))
        .isInstanceOf(DoesNotHold.class);
    assertThat(judged(seat().covered(days(200)).firstSeen(days(89))))
        .isInstanceOf(DoesNotHold.class);
    assertThat(judged(seat().covered(days(200)).restored(days(89))))
        .isInstanceOf(DoesNotHold.class);
  }

  @Test
  void saysUsedWithoutAnyCoverage() {
    // given
    ASeat seat = seat().used(days(1), minutes(50));
    // when
    Evidence evidence = seat.facts().evidence(Window.ofDays(90));
    // then
    assertThat(judged(seat)).isInstanceOf(DoesNotHold.class);
    assertThat(evidence).isInstanceOf(Evidence.Used.class);
  }

  @Test
  void saysUnknownAndNeverUnusedWithoutCoverage() {
    assertThat(seat().facts().evidence(Window.ofDays(90))).isInstanceOf(Evidence.Unknown.class);
    assertThat(seat().covered(days(100)).facts().evidence(Window.ofDays(90)))
        .isInstanceOf(Evidence.NotUsedSince.class);
  }

  /** Clocks change in Europe on 29 March and 25 October, in America on 8 March and 1 November. */
  @ParameterizedTest
  @ValueSource(strings = {"2026-03-30T00:30:00Z", "2026-10-26T00:30:00Z", "2026-11-02T05:30:00Z"})
  void isAsLongInTheWeekOfAClockChange(Instant now) {
    Condition oneDay = new UsedLessThan(Window.ofMinutes(5), Window.ofDays(1));
    assertThat(oneDay.judge(seat().asOf(now).covered(days(1)).facts())).isInstanceOf(Holds.class);
    assertThat(oneDay.judge(seat().asOf(now).covered(days(1).minusSeconds(1)).facts()))
        .isInstanceOf(NotEnoughData.class);
  }

  private static Judgement judged(ASeat seat) {
    return CONDITION.judge(seat.facts());
  }
}
