package dev.reclaim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.Holder;
import dev.reclaim.events.SignalEvent.SourceHealth.Sees;
import dev.reclaim.rules.Judgement.DoesNotHold;
import dev.reclaim.rules.Judgement.Holds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Conditions on and around the days of a clock change: in Europe 29 March and 25 October 2026, in
 * America 8 March and 1 November.
 */
class ClockChangesTest {

  private static final Condition UNUSED = new UnusedFor(Window.ofDays(30));
  private static final Condition LITTLE = new UsedLessThan(Window.ofMinutes(5), Window.ofDays(30));

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,    2026-04-28T12:00:00Z, 2026-03-28T00:00:00Z",
    "Europe/Berlin,    2026-11-24T12:00:00Z, 2026-10-24T00:00:00Z",
    "America/New_York, 2026-04-07T12:00:00Z, 2026-03-08T00:00:00Z",
    "America/New_York, 2026-12-01T12:00:00Z, 2026-11-01T00:00:00Z"
  })
  void theDayOnWhichAWindowBeginsCountsWhereTheHolderLives(
      String zone, Instant now, Instant firstUse) {
    assertThat(UNUSED.judge(usedAt(firstUse, zone, now))).isInstanceOf(DoesNotHold.class);
    assertThat(UNUSED.judge(usedAt(firstUse.minusMillis(1), zone, now))).isInstanceOf(Holds.class);
    assertThat(LITTLE.judge(usedAt(firstUse, zone, now))).isInstanceOf(DoesNotHold.class);
    assertThat(LITTLE.judge(usedAt(firstUse.minusMillis(1), zone, now))).isInstanceOf(Holds.class);
  }

  /** A time that the clock skips comes when it goes on, one that it shows twice the second time. */
  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,    2026-03-29, 02:30, 2026-03-29T01:30:00Z",
    "Europe/Berlin,    2026-10-25, 02:30, 2026-10-25T01:30:00Z",
    "Europe/Berlin,    2026-10-25, 18:00, 2026-10-25T17:00:00Z",
    "America/New_York, 2026-03-08, 02:30, 2026-03-08T07:30:00Z",
    "America/New_York, 2026-11-01, 01:30, 2026-11-01T06:30:00Z",
    "America/New_York, 2026-11-01, 18:00, 2026-11-01T23:00:00Z"
  })
  void aLeaverHasLeftAtThatTimeOfTheLastDay(
      String zone, LocalDate lastDay, LocalTime at, Instant moment) {
    // given
    Condition left = new HolderLeft(Optional.of(at));
    // then
    assertThat(left.judge(leaver(zone, lastDay, moment))).isInstanceOf(Holds.class);
    assertThat(left.judge(leaver(zone, lastDay, moment.minusMillis(1))))
        .isInstanceOf(DoesNotHold.class);
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,    2026-03-29, 2026-03-29T22:00:00Z",
    "Europe/Berlin,    2026-10-25, 2026-10-25T23:00:00Z",
    "America/New_York, 2026-03-08, 2026-03-09T04:00:00Z",
    "America/New_York, 2026-11-01, 2026-11-02T05:00:00Z"
  })
  void aContractLastsThroughItsLastDay(String zone, LocalDate lastDay, Instant end) {
    assertThat(new ContractEnded().judge(contract(zone, lastDay, end))).isInstanceOf(Holds.class);
    assertThat(new ContractEnded().judge(contract(zone, lastDay, end.minusMillis(1))))
        .isInstanceOf(DoesNotHold.class);
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,    2026-03-29, 2026-04-27T23:00:00Z",
    "Europe/Berlin,    2026-10-26, 2026-11-24T23:00:00Z",
    "America/New_York, 2026-03-08, 2026-04-07T05:00:00Z",
    "America/New_York, 2026-11-02, 2026-12-02T05:00:00Z"
  })
  void aNewStarterIsNewForAsManyDaysOf24Hours(String zone, LocalDate firstDay, Instant end) {
    // given
    Condition employed = new EmployedFor(Window.ofDays(30));
    // then
    assertThat(employed.judge(starter(zone, firstDay, end))).isInstanceOf(Holds.class);
    assertThat(employed.judge(starter(zone, firstDay, end.minusMillis(1))))
        .isInstanceOf(DoesNotHold.class);
  }

  private static SeatFacts usedAt(Instant use, String zone, Instant now) {
    ASeat seat = ASeat.seat().asOf(now);
    seat.holder().in(zone);
    return seat.used(use, Duration.ofMinutes(5))
        .covered(now.minus(Duration.ofDays(60)), now, Sees.ACTIVITY)
        .facts();
  }

  private static SeatFacts leaver(String zone, LocalDate lastDay, Instant now) {
    ASeat seat = ASeat.seat().asOf(now);
    AHolder holder = seat.holder().in(zone);
    holder.is(Holder.Status.LEFT, holder.begin(lastDay));
    return seat.facts();
  }

  private static SeatFacts contract(String zone, LocalDate lastDay, Instant now) {
    ASeat seat = ASeat.seat().asOf(now);
    seat.holder().in(zone).contractEnds(lastDay);
    return seat.facts();
  }

  private static SeatFacts starter(String zone, LocalDate firstDay, Instant now) {
    ASeat seat = ASeat.seat().asOf(now);
    seat.holder().in(zone).started(firstDay);
    return seat.facts();
  }
}
