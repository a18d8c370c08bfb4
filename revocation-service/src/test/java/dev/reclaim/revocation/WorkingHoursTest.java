package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reclaim.revocation.WorkingHours.Blackout;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingHoursTest {

  private static final WorkingHours OFFICE =
      new WorkingHours(
          ZoneId.of("Europe/Berlin"),
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
          LocalTime.of(8, 0),
          LocalTime.of(18, 0),
          List.of(Blackout.parse("2026-12-24/2027-01-01"), Blackout.parse("2026-05-01")));

  /** Berlin is one hour ahead of UTC in winter, two in summer. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-02T06:59:59.999Z, 2026-03-02T07:00:00Z",
    "2026-03-02T07:00:00Z,     ",
    "2026-03-02T16:59:59.999Z, ",
    "2026-03-02T17:00:00Z,     2026-03-03T07:00:00Z",
    "2026-03-06T17:00:00Z,     2026-03-09T07:00:00Z",
    "2026-03-27T17:00:00Z,     2026-03-30T06:00:00Z",
    "2026-04-30T15:59:59Z,     ",
    "2026-04-30T16:00:00Z,     2026-05-04T06:00:00Z",
    "2026-12-23T12:00:00Z,     ",
    "2026-12-24T12:00:00Z,     2027-01-04T07:00:00Z",
    "2027-01-01T12:00:00Z,     2027-01-04T07:00:00Z",
  })
  void areClosedUntil(Instant now, Instant opens) {
    if (opens == null) {
      assertThat(OFFICE.closed(now)).isEmpty();
    } else {
      assertThat(OFFICE.closed(now))
          .hasValueSatisfying(c -> assertThat(c.until()).isEqualTo(opens));
      assertThat(OFFICE.closed(opens)).isEmpty();
    }
  }

  @Test
  void neverCloseUnlessTheyAreSet() {
    assertThat(WorkingHours.ALWAYS.closed(Instant.parse("2026-12-25T23:59:59Z"))).isEmpty();
  }

  @Test
  void refuseWhatMakesNoSense() {
    assertThatThrownBy(() -> Blackout.parse("2026-05-02/2026-05-01"))
        .hasMessageStartingWith("reclaim.revocation.hours.blackouts:");
  }
}
