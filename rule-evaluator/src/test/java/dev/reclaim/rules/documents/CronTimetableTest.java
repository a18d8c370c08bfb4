package dev.reclaim.rules.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTimetableTest {

  /**
   * Clocks change in Europe on 29 March and 25 October, in America on 8 March and 1 November; at
   * midnight, which then comes never or twice, in Chile, Lebanon and Cuba.
   */
  @ParameterizedTest
  @CsvSource({
    "30 2 * * *, Europe/Berlin,    2026-03-28T12:00:00Z, 2026-03-29T01:30:00Z, 2026-03-30T00:30:00Z",
    "30 2 * * *, Europe/Berlin,    2026-10-24T12:00:00Z, 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z",
    "30 2 * * *, America/New_York, 2026-03-07T12:00:00Z, 2026-03-08T07:30:00Z, 2026-03-09T06:30:00Z",
    "30 1 * * *, America/New_York, 2026-10-31T12:00:00Z, 2026-11-01T05:30:00Z, 2026-11-02T06:30:00Z",
    "30 0 * * *, America/Santiago, 2026-09-05T12:00:00Z, 2026-09-06T04:30:00Z, 2026-09-07T03:30:00Z",
    "30 23 * * *, America/Santiago, 2026-04-04T12:00:00Z, 2026-04-05T02:30:00Z, 2026-04-06T03:30:00Z",
    "0 0 * * *, Asia/Beirut,       2026-03-28T12:00:00Z, 2026-03-28T22:00:00Z, 2026-03-29T21:00:00Z",
    "0 0 * * *, America/Havana,    2026-10-31T12:00:00Z, 2026-11-01T04:00:00Z, 2026-11-02T05:00:00Z",
    "0 6 * * MON-FRI, Europe/Berlin, 2026-10-23T12:00:00Z, 2026-10-26T05:00:00Z, 2026-10-27T05:00:00Z"
  })
  void eachTimeComesOnceOnTheDayOfAClockChange(
      String cron, ZoneId zone, Instant after, Instant first, Instant second) {
    // given
    CronTimetable timetable = new CronTimetable(cron, zone);
    // then
    assertThat(timetable.next(after)).isEqualTo(first);
    assertThat(timetable.next(first)).isEqualTo(second);
    assertThat(timetable.next(first.minusMillis(1))).isEqualTo(first);
  }

  @Test
  void aTimetableOfQuartersGoesOnThroughTheGap() {
    // given
    CronTimetable quarters = new CronTimetable("*/30 * * * *", ZoneId.of("Europe/Berlin"));
    // when
    Stream<Instant> times =
        Stream.iterate(Instant.parse("2026-03-29T00:00:00Z"), quarters::next).limit(5);
    // then
    assertThat(times.map(Instant::toString))
        .containsExactly(
            "2026-03-29T00:00:00Z",
            "2026-03-29T00:30:00Z",
            "2026-03-29T01:00:00Z",
            "2026-03-29T01:30:00Z",
            "2026-03-29T02:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "0 6 * *", "61 6 * * *", "0 0 31 2 *"})
  void refusesWhatNeverComes(String cron) {
    assertThatThrownBy(() -> new CronTimetable(cron, ZoneId.of("UTC")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("cron: ");
  }
}
