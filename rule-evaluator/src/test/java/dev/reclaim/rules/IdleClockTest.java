package dev.reclaim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdleClockTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Window MONTH = Window.ofDays(30);

  @Test
  void withoutAnythingKnownAWindowIsAsLongAsItSays() {
    // when
    Span span = IdleClock.PLAIN.back(NOW, MONTH);
    // then
    assertThat(span.start()).isEqualTo(Instant.parse("2026-10-23T12:00:00Z"));
    assertThat(span.firstDay()).isEqualTo("2026-10-23");
    assertThat(span.words()).isEqualTo("the last 30 days");
  }

  @ParameterizedTest
  @CsvSource({"1, 150", "2, 75", "3, 50", "4, 37.5", "5, 30", "6, 30", "7, 30"})
  void aPartTimersWindowIsLongerByTheDaysThatAreNotWorked(int workingDays, double days) {
    assertThat(length(clock(workingDays, List.of()))).isEqualTo(hours(days));
  }

  @Test
  void aLeaveThatTheWindowMeetsIsAddedWhole() {
    assertThat(length(clock(5, List.of(leave(10, 5))))).isEqualTo(hours(35));
    assertThat(length(clock(5, List.of(leave(40, 29))))).isEqualTo(hours(41));
  }

  @Test
  void aLeaveThatEndsWhereTheWindowBeginsIsOutside() {
    Leave before = new Leave(MONTH.before(NOW).minus(Duration.ofDays(9)), MONTH.before(NOW));
    Leave touching = new Leave(before.from(), before.until().plusMillis(1));
    assertThat(length(clock(5, List.of(before)))).isEqualTo(hours(30));
    assertThat(length(clock(5, List.of(touching)))).isEqualTo(hours(39).plusMillis(1));
  }

  @Test
  void aLeaveMayBringAnOlderOneIntoTheWindow() {
    assertThat(length(clock(5, List.of(leave(20, 10), leave(45, 35))))).isEqualTo(hours(50));
    assertThat(length(clock(5, List.of(leave(45, 35))))).isEqualTo(hours(30));
  }

  @Test
  void aLeaveThatLastsCountsUpToNowAndOneToComeDoesNot() {
    Leave lasting = new Leave(NOW.minus(Duration.ofDays(3)), Leave.OPEN);
    Leave toCome = new Leave(NOW, Leave.OPEN);
    assertThat(length(clock(5, List.of(lasting)))).isEqualTo(hours(33));
    assertThat(length(clock(5, List.of(toCome)))).isEqualTo(hours(30));
  }

  @Test
  void leavesThatOverlapCountOnce() {
    assertThat(length(clock(5, List.of(leave(10, 5), leave(8, 4), leave(4, 3)))))
        .isEqualTo(hours(37));
  }

  /** What the sum over sets says is what walking back moment by moment says. */
  @Test
  void asMuchTimeAtWorkLiesInsideAsTheWindowIsLong() {
    for (int seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      List<Leave> leaves = new ArrayList<>();
      for (int i = random.nextInt(6); i > 0; i--) {
        int from = 1 + random.nextInt(120);
        leaves.add(leave(from, random.nextInt(from)));
      }
      IdleClock clock = clock(5, leaves);
      Instant start = clock.back(NOW, MONTH).start();
      Duration atWork = Duration.between(start, NOW);
      for (Leave leave : clock.leaves()) {
        if (leave.until().isAfter(start)) {
          assertThat(leave.from()).as("seed %d", seed).isAfterOrEqualTo(start);
          atWork = atWork.minus(Duration.between(leave.from(), leave.until()));
        }
      }
      assertThat(atWork).as("seed %d", seed).isEqualTo(MONTH.length());
    }
  }

  /** The holder's day on which the window begins; 23 and 25 hours long on the days of a change. */
  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,    2026-04-28T12:00:00Z, 2026-03-28",
    "Europe/Berlin,    2026-04-27T21:59:59Z, 2026-03-27",
    "Europe/Berlin,    2026-04-28T22:30:00Z, 2026-03-29",
    "Europe/Berlin,    2026-11-24T23:00:00Z, 2026-10-25",
    "Europe/Berlin,    2026-11-24T22:59:59Z, 2026-10-24",
    "America/New_York, 2026-04-07T12:00:00Z, 2026-03-08",
    "America/New_York, 2026-04-07T04:59:59Z, 2026-03-07",
    "America/New_York, 2026-12-02T04:59:59Z, 2026-11-01",
    "America/New_York, 2026-12-02T05:00:00Z, 2026-11-02",
    "Asia/Tokyo,       2026-12-02T14:59:59Z, 2026-11-01",
    "Asia/Tokyo,       2026-12-02T15:00:00Z, 2026-11-02"
  })
  void useCountsFromTheUtcDayInWhichTheHoldersOwnDayBegan(
      ZoneId zone, Instant now, LocalDate firstUtcDay) {
    assertThat(new IdleClock(zone, Set.of(), List.of()).back(now, MONTH).firstDay())
        .isEqualTo(firstUtcDay);
  }

  private static IdleClock clock(int workingDays, List<Leave> leaves) {
    Set<DayOfWeek> days = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.of(workingDays));
    return new IdleClock(ZoneOffset.UTC, days, leaves);
  }

  private static Leave leave(long fromDaysAgo, long untilDaysAgo) {
    return new Leave(
        NOW.minus(Duration.ofDays(fromDaysAgo)), NOW.minus(Duration.ofDays(untilDaysAgo)));
  }

  private static Duration length(IdleClock clock) {
    return Duration.between(clock.back(NOW, MONTH).start(), NOW);
  }

  private static Duration hours(double days) {
    return Duration.ofMinutes(Math.round(days * 24 * 60));
  }
}
