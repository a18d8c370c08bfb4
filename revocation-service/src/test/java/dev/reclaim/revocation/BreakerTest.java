package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reclaim.revocation.Breaker.Patience;
import dev.reclaim.revocation.Breaker.State;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BreakerTest {

  private static final Duration FIRST = Duration.ofSeconds(5);
  private final Breaker breaker = new Breaker(new Patience(3, FIRST, Duration.ofSeconds(20)));
  private Instant now = Given.NOW;

  @Test
  void opensWithTheLastOfSeveralFailuresInARow() {
    silent(2);
    assertThat(breaker.pass(now)).isTrue();
    breaker.answered();
    silent(2);
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    silent(1);
    assertThat(breaker.state()).isEqualTo(State.OPEN);
    assertThat(breaker.pass(now)).isFalse();
  }

  @Test
  void letsOneTryAfterAWhileAndNobodyBesides() {
    // given
    silent(3);

    // then
    assertThat(breaker.pass(now.plus(FIRST).minusMillis(1))).isFalse();
    assertThat(breaker.pass(now.plus(FIRST))).isTrue();
    assertThat(breaker.pass(now.plus(FIRST))).isFalse();
    assertThat(breaker.answered()).isTrue();
    assertThat(breaker.pass(now.plus(FIRST))).isTrue();
  }

  @Test
  void waitsTwiceAsLongEachTimeUpToTheLongest() {
    silent(3);
    for (int seconds : new int[] {5, 10, 20, 20}) {
      now = now.plusSeconds(seconds).minusMillis(1);
      assertThat(breaker.pass(now)).isFalse();
      now = now.plusMillis(1);
      assertThat(breaker.pass(now)).isTrue();
      silent(1);
    }
  }

  @Test
  void neverKeepsEverybodyAwayForMoreThanFiveMinutes() {
    assertThat(new Patience(1, FIRST, Duration.ofMinutes(5)).longest()).hasMinutes(5);
    assertThatThrownBy(() -> new Patience(1, FIRST, Duration.ofMinutes(5).plusMillis(1)))
        .hasMessageStartingWith("reclaim.revocation.breaker.longest:");
  }

  private void silent(int times) {
    for (int i = 0; i < times; i++) {
      breaker.silent(now);
    }
  }
}
