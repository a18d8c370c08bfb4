package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every limit on both sides of its edge. */
class SourceLimitsTest {

  private static final SourceLimits LIMITS = SourceLimits.DEFAULT;

  @ParameterizedTest
  @CsvSource({
    "200, 1000, false",
    "201, 1000, true",
    "400, 1000, true",
    "10,    20, false",
    "11,    20, true",
    "11,    55, false",
    "11,    54, true",
    "60,    60, true",
  })
  void tooManyVanishOrLeave(int changed, int all, boolean broken) {
    assertThat(LIMITS.shrank(new SourcesSeen(Optional.empty(), changed, all, 0, 0)).isPresent())
        .isEqualTo(broken);
    assertThat(LIMITS.leavers(new SourcesSeen(Optional.empty(), 0, 0, changed, all)).isPresent())
        .isEqualTo(broken);
  }

  @Test
  void aSourceIsStaleAfterThreeDaysOfSilence() {
    Instant edge = Given.NOW.minus(Duration.ofDays(3));
    assertThat(LIMITS.stale(lastHeard(edge), Given.NOW)).isEmpty();
    assertThat(LIMITS.stale(lastHeard(edge.minusMillis(1)), Given.NOW))
        .hasValueSatisfying(why -> assertThat(why).contains("no source has reported since"));
    assertThat(LIMITS.stale(SourcesSeen.NOTHING, Given.NOW)).isEmpty();
  }

  private static SourcesSeen lastHeard(Instant at) {
    return new SourcesSeen(Optional.of(at), 0, 0, 0, 0);
  }
}
