package dev.reclaim.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {

  @Test
  void readsDaysWeeksAndMinutes() {
    assertThat(Window.parse("P90D")).isEqualTo(Window.ofDays(90));
    assertThat(Window.parse("P2W")).isEqualTo(Window.ofDays(14));
    assertThat(Window.parse("PT5M")).isEqualTo(Window.ofMinutes(5));
  }

  @Test
  void speaksAsPeopleDo() {
    assertThat(Window.parse("P90D")).hasToString("90 days");
    assertThat(Window.parse("P1DT2H")).hasToString("1 day 2 hours");
  }

  @ParameterizedTest
  @ValueSource(strings = {"P-3D", "-P3D", "PT0S", "P0W", "P3M", "P1Y", "90d", "", "P9999999D"})
  void refusesWhatIsNoFixedLengthOfTime(String text) {
    assertThatThrownBy(() -> Window.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("window: ");
  }
}
