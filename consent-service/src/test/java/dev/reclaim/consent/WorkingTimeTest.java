package dev.reclaim.consent;

import static dev.reclaim.consent.Story.living;
import static dev.reclaim.consent.Story.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.Handling.Term;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingTimeTest {

  private static final QuietHours NIGHTS =
      new QuietHours(LocalTime.of(18, 0), LocalTime.of(8, 0), true);

  private static WorkingTime in(String zone, DayOfWeek... days) {
    return WorkingTime.of(living(person("Somebody"), zone, days));
  }

  private static Instant at(String instant) {
    return Instant.parse(instant);
  }

  @ParameterizedTest
  @CsvSource({
    // Friday noon and one day: Monday noon.
    "2026-03-06T12:00:00Z, 1, 2026-03-09T12:00:00Z",
    "2026-03-06T12:00:00Z, 5, 2026-03-13T12:00:00Z",
    // On a Saturday and on a Sunday: all of Monday counts.
    "2026-03-07T12:00:00Z, 1, 2026-03-10T00:00:00Z",
    "2026-03-08T23:59:59Z, 1, 2026-03-10T00:00:00Z",
    "2026-03-09T00:00:00Z, 1, 2026-03-10T00:00:00Z",
    "2026-03-09T00:00:00Z, 10, 2026-03-23T00:00:00Z"
  })
  void businessDaysAreWorkingDaysOfThePerson(String from, int days, String until) {
    assertThat(in("UTC").after(Term.businessDays(days), at(from))).isEqualTo(at(until));
  }

  @Test
  void theWeekIsThePersonsOwn() {
    // Sunday to Thursday: Thursday noon and one day is Sunday noon.
    WorkingTime riyadh =
        in(
            "Asia/Riyadh",
            DayOfWeek.SUNDAY,
            DayOfWeek.MONDAY,
            DayOfWeek.TUESDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY);
    assertThat(riyadh.after(Term.businessDays(1), at("2026-03-05T09:00:00Z")))
        .isEqualTo(at("2026-03-08T09:00:00Z"));
    // Part-time, Tuesdays only: two days are two weeks.
    assertThat(in("UTC", DayOfWeek.TUESDAY).after(Term.businessDays(2), at("2026-03-03T09:00:00Z")))
        .isEqualTo(at("2026-03-17T09:00:00Z"));
  }

  @Test
  void theDayIsThatOfTheZone() {
    // Friday 15:30 in Berlin is Saturday 00:30 in Sydney.
    Instant asked = at("2026-06-05T14:30:00Z");
    assertThat(in("Europe/Berlin").after(Term.businessDays(1), asked))
        .isEqualTo(at("2026-06-08T14:30:00Z"));
    assertThat(in("Australia/Sydney").after(Term.businessDays(1), asked))
        .isEqualTo(at("2026-06-08T14:00:00Z"));
    // The same moment is Friday 07:30 in Los Angeles.
    assertThat(in("America/Los_Angeles").after(Term.businessDays(1), asked))
        .isEqualTo(at("2026-06-08T14:30:00Z"));
  }

  @Test
  void theClockOnTheWallDecidesWhenClocksChange() {
    WorkingTime berlin = in("Europe/Berlin");
    // Friday 27 March 2026, 10:00, before the clocks go forward on Sunday: Monday 10:00, 71 hours
    // later.
    Instant before = at("2026-03-27T09:00:00Z");
    assertThat(Duration.between(before, berlin.after(Term.businessDays(1), before)))
        .isEqualTo(Duration.ofHours(71));
    // Friday 23 October 2026, 10:00, before they go back: 73 hours.
    Instant autumn = at("2026-10-23T08:00:00Z");
    assertThat(Duration.between(autumn, berlin.after(Term.businessDays(1), autumn)))
        .isEqualTo(Duration.ofHours(73));
    // A calendar day is 24 hours whatever the clocks do.
    assertThat(berlin.after(Term.calendar(Duration.ofDays(3)), before))
        .isEqualTo(at("2026-03-30T09:00:00Z"));
  }

  @Test
  void anHourThatTheClocksSkipIsTheNextOne() {
    // Works on Sundays: Saturday 28 March 2026, 02:30 in Berlin; on Sunday there is no 02:30.
    WorkingTime berlin = in("Europe/Berlin", DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    assertThat(berlin.after(Term.businessDays(1), at("2026-03-28T01:30:00Z")))
        .isEqualTo(at("2026-03-29T01:30:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    // Both sides of the morning and of the evening, in Berlin in winter.
    "2026-03-02T06:59:59Z, 2026-03-02T07:00:00Z",
    "2026-03-02T07:00:00Z, 2026-03-02T07:00:00Z",
    "2026-03-02T16:59:59Z, 2026-03-02T16:59:59Z",
    "2026-03-02T17:00:00Z, 2026-03-03T07:00:00Z",
    // Friday evening and Saturday noon: Monday morning.
    "2026-03-06T17:00:00Z, 2026-03-09T07:00:00Z",
    "2026-03-07T11:00:00Z, 2026-03-09T07:00:00Z",
    // Over the change of clocks: Monday 08:00 is an hour earlier in UTC.
    "2026-03-27T18:00:00Z, 2026-03-30T06:00:00Z"
  })
  void nobodyIsWrittenToInQuietHours(String now, String then) {
    assertThat(in("Europe/Berlin").within(NIGHTS, at(now))).isEqualTo(at(then));
  }

  @Test
  void quietHoursEndBeforeTheyBegin() {
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> new QuietHours(LocalTime.of(8, 0), LocalTime.of(18, 0), true))
        .hasMessageContaining("quiet hours");
  }
}
