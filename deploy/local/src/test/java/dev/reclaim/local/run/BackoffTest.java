package dev.reclaim.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  void aSingleDeathIsMendedAtOnce() {
    // given
    int deaths = 1;

    // when
    Duration pause = Backoff.before(deaths);

    // then
    assertThat(pause).isZero();
  }

  @Test
  void pausesDoubleUpToTenSeconds() {
    // given
    int hopeless = 1_000_000;

    // when
    Duration longest = Backoff.before(hopeless);

    // then
    assertThat(Backoff.before(2)).isEqualTo(Duration.ofMillis(250));
    assertThat(Backoff.before(3)).isEqualTo(Duration.ofMillis(500));
    assertThat(longest).isEqualTo(Duration.ofSeconds(10));
  }
}
