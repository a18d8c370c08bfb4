package dev.reclaim.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private static Optional<Duration> wait(String header) {
    return new Reply.Answered(429, Map.of("retry-after", header), "").retryAfter(NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "30, PT30S",
    "0, PT0S",
    "1.2, PT2S",
    "'Mon, 2 Mar 2026 09:00:30 GMT', PT31S",
    "'Mon, 2 Mar 2026 08:00:00 GMT', PT0S",
    "86400, PT24H",
    "86401, PT24H",
    "99999999, PT24H"
  })
  void isSecondsOrAMomentAndNeverLongerThanADay(String header, Duration length) {
    assertThat(wait(header)).hasValue(length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "999999999", "2026-03-02T09:00:00Z"})
  void whatCannotBeReadSaysNothing(String header) {
    assertThat(wait(header)).isEmpty();
  }

  @Test
  void withoutTheHeaderNothingIsSaid() {
    assertThat(new Reply.Answered(429, Map.of(), "").retryAfter(NOW)).isEmpty();
  }
}
