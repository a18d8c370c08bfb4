package dev.reclaim.connectors.declarative;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a vendor says when to come back, nobody comes back before. */
class WaitsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static Duration waits(String as, Map<String, String> headers, Optional<Duration> row) {
    LimitsPart limits =
        LimitsPart.of(
            Entry.root(
                "test",
                "{wait: [{value: '{headers/x-reset}', as: %s}], otherwise: 30s}".formatted(as)));
    return new Waits(limits, InstantSource.fixed(NOW))
        .of(Scope.empty().with("headers", Bodies.headers(headers)), row);
  }

  @ParameterizedTest
  @CsvSource({
    "seconds, 7, 7",
    "seconds, 0.2, 1",
    "epoch-seconds, 1772366460, 61",
    "epoch-millis, 1772366460000, 61",
    "iso, 2026-03-01T12:01:00Z, 61",
    "iso, 2026-03-01T13:01:00+01:00, 61",
    "iso, yesterday, 30",
    "epoch-seconds, soon, 30",
    "iso, 2026-02-01T12:00:00Z, 1",
    "seconds, 99999999, 86400",
  })
  void readsTheMoment(String as, String value, long seconds) {
    assertThat(waits(as, Map.of("x-reset", value), Optional.empty()))
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({"120, 120", "'Sun, 01 Mar 2026 12:02:00 GMT', 121"})
  void believesRetryAfterFirst(String value, long seconds) {
    assertThat(waits("seconds", Map.of("retry-after", value, "x-reset", "5"), Optional.empty()))
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void fallsBackToTheRowAndThenToTheFile() {
    assertThat(waits("seconds", Map.of(), Optional.of(Duration.ofMinutes(5))))
        .isEqualTo(Duration.ofMinutes(5));
    assertThat(waits("seconds", Map.of(), Optional.empty())).isEqualTo(Duration.ofSeconds(30));
  }
}
