package dev.reclaim.rules;

import static dev.reclaim.rules.ASeat.days;
import static dev.reclaim.rules.ASeat.seat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void withoutATimetableItIsAlwaysTime() {
    assertThat(Pace.resting(Window.ofDays(1)).dueAt(NOW, NOW)).isTrue();
  }

  @Test
  void itIsTimeFromTheFirstMomentAfterTheLastRunOn() {
    // given
    Pace daily =
        new Pace(
            Window.ofDays(1),
            Optional.of(after -> after.plus(Duration.ofDays(1))),
            Set.of(),
            List.of(),
            Caps.NONE);
    // then
    assertThat(daily.dueAt(NOW, NOW.minus(days(1)).plusSeconds(1))).isFalse();
    assertThat(daily.dueAt(NOW, NOW.minus(days(1)))).isTrue();
  }

  /** The last Sunday of October has 25 hours in Berlin, the first of November in New York. */
  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,    2026-10-25, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
    "Europe/Berlin,    2026-03-29, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
    "America/New_York, 2026-11-01, 2026-11-01T04:00:00Z, 2026-11-02T05:00:00Z"
  })
  void aBlackoutLastsFromTheBeginOfItsFirstToTheEndOfItsLastDay(
      ZoneId zone, LocalDate day, Instant begin, Instant end) {
    Blackout blackout = new Blackout(day, day, zone);
    assertThat(blackout.covers(begin.minusMillis(1))).isFalse();
    assertThat(blackout.covers(begin)).isTrue();
    assertThat(blackout.covers(end.minusMillis(1))).isTrue();
    assertThat(blackout.covers(end)).isFalse();
  }

  @Test
  void aBlackoutDoesNotEndBeforeItBegins() {
    assertThatThrownBy(
            () ->
                new Blackout(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 1), ZoneId.of("UTC")))
        .hasMessageStartingWith("through: ");
  }

  @Test
  void theFirstRunsOfANewRuleFindFewer() {
    Caps caps =
        new Caps(OptionalInt.of(100), Optional.empty(), Optional.of(new Caps.ColdStart(10, 3)));
    assertThat(caps.inRun(2)).isEqualTo(10);
    assertThat(caps.inRun(3)).isEqualTo(100);
  }

  @Test
  void aColdStartDoesNotFindMoreThanUsual() {
    Caps caps =
        new Caps(OptionalInt.of(5), Optional.empty(), Optional.of(new Caps.ColdStart(10, 3)));
    assertThat(caps.inRun(0)).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({"0.05, 100, 5", "0.05, 119, 5", "0.05, 120, 6", "0.05, 3, 1", "1, 3, 3"})
  void aShareIsRoundedDownAndNeverToNothing(BigDecimal share, long seats, long most) {
    Caps caps = new Caps(OptionalInt.empty(), Optional.of(share), Optional.empty());
    assertThat(caps.inApplication(seats)).isEqualTo(most);
    assertThat(caps.inRun(0)).isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource({"0", "-0.1", "1.01"})
  void aShareIsAboveNothingAndAtMostAll(BigDecimal share) {
    assertThatThrownBy(() -> new Caps(OptionalInt.empty(), Optional.of(share), Optional.empty()))
        .hasMessageStartingWith("share: ");
  }

  @Test
  void theLongestIdleGoFirst() {
    SeatFacts never = seat().assigned(days(300)).facts();
    SeatFacts neverButHeldForLess = seat().assigned(days(200)).facts();
    SeatFacts longAgo = seat().used(days(90), Duration.ofMinutes(1)).facts();
    SeatFacts lately = seat().used(days(80), Duration.ofMinutes(1)).facts();
    assertThat(
            Stream.of(lately, neverButHeldForLess, longAgo, never).sorted(Caps.LONGEST_IDLE_FIRST))
        .containsExactly(never, neverButHeldForLess, longAgo, lately);
  }
}
