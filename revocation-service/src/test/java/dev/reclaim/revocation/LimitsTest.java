package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every limit on both sides of its edge. */
class LimitsTest {

  @ParameterizedTest
  @CsvSource({
    "  19,  19,  100,  100, false",
    "  20,  20,  100,  100, true",
    "   0,  19,  100,  100, false",
    "   0,  20,  100,  100, true",
    " 199, 199, 1000, 1000, false",
    " 200, 200, 1000, 1000, true",
    "   9,   9,   99,   99, false",
    "  10,  10,   99,   99, true",
    "   0,  19,   99,   99, false",
    "   0,  20,   99,   99, true",
    "   9,   9,    0,    0, false",
    "  10,  10,    0,    0, true",
  })
  void stopsOneMoreThanTheLimit(
      int lastHour, int lastDay, int seatsOfHour, int seatsOfDay, boolean stops) {
    // given
    Pace pace = new Pace(lastHour, lastDay, seatsOfHour, seatsOfDay);

    // then
    assertThat(Limits.DEFAULT.stops(pace).isPresent()).isEqualTo(stops);
  }

  @ParameterizedTest
  @CsvSource({"10, 100, false", "11, 100, true", "5, 50, false", "6, 50, true"})
  void warnsAboveHalfOfThat(int lastHour, int seats, boolean warns) {
    assertThat(Limits.DEFAULT.warns(new Pace(lastHour, lastHour, seats, seats))).isEqualTo(warns);
  }

  @Test
  void saysHowManyOfHowMany() {
    assertThat(Limits.DEFAULT.stops(new Pace(20, 20, 100, 100)))
        .contains("20 of 100 known seats were taken within an hour; the limit is 20");
  }

  @Test
  void countsAnAbsoluteLimitToo() {
    // given
    Limits limits = new Limits(10, 20, 100, 10, 20, Optional.of(50), Optional.of(60));

    // then
    assertThat(limits.stops(new Pace(49, 59, 1000, 1000))).isEmpty();
    assertThat(limits.stops(new Pace(50, 50, 1000, 1000))).isPresent();
    assertThat(limits.stops(new Pace(0, 60, 1000, 1000))).isPresent();
  }

  @Test
  void refusesLimitsThatMakeNoSense() {
    assertThatThrownBy(() -> new Limits(30, 20, 100, 10, 20, Optional.empty(), Optional.empty()))
        .hasMessageStartingWith("reclaim.revocation.limits.warn-percent:");
    assertThatThrownBy(() -> new Limits(10, 101, 100, 10, 20, Optional.empty(), Optional.empty()))
        .hasMessageStartingWith("reclaim.revocation.limits.stop-percent:");
  }
}
