package dev.reclaim.usage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeliefTest {

  private static final Belief.Limits LIMITS = new Belief.Limits(0.2, 5, 3);

  @ParameterizedTest
  @CsvSource({"100, 20, 80", "20, 5, 15", "5, 4, 1", "0, 0, 0", "0, 0, 50"})
  void isBelievedUpToTheLimits(int known, int missing, int listed) {
    assertThat(Belief.judge(known, missing, listed, 0, LIMITS)).isInstanceOf(Belief.Believed.class);
  }

  @ParameterizedTest
  @CsvSource({"100, 21, 79", "20, 6, 14", "1, 1, 0", "5, 5, 0", "100, 90, 90"})
  void isHeldBeyondThem(int known, int missing, int listed) {
    assertThat(Belief.judge(known, missing, listed, 0, LIMITS)).isInstanceOf(Belief.Held.class);
  }

  @Test
  void isBelievedWhenItStaysThatWay() {
    assertThat(Belief.judge(100, 50, 50, 2, LIMITS)).isInstanceOf(Belief.Held.class);
    assertThat(Belief.judge(100, 50, 50, 3, LIMITS)).isInstanceOf(Belief.Believed.class);
  }
}
