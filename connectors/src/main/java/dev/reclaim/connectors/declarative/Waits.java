package dev.reclaim.connectors.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;

/** How long an answer asks to wait. */
final class Waits {

  private static final Lookup RETRY_AFTER = Lookup.parse("headers/retry-after");
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int FORBIDDEN = 403;
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  private final LimitsPart limits;
  private final InstantSource clock;

  Waits(LimitsPart limits, InstantSource clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * At least so long; {@code Retry-After} (RFC 9110) first, then as the file says.
   *
   * @param scope knows {@code answer} and {@code headers}
   */
  Duration of(Scope scope, Optional<Duration> row) {
    Duration asked =
        retryAfter(scope)
            .or(
                () ->
                    limits.waits().stream().flatMap(wait -> said(wait, scope).stream()).findFirst())
            .or(() -> row)
            .orElse(limits.otherwise());
    return asked.compareTo(SHORTEST) < 0
        ? SHORTEST
        : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }

  Duration otherwise() {
    return limits.otherwise();
  }

  /**
   * How long everybody is asked to stay away, and not only whoever repeats this request; empty
   * where the answer is about the request alone, as when a record is locked.
   *
   * @param scope knows {@code answer} and {@code headers}
   */
  Optional<Duration> ofEverybody(int status, Scope scope, Optional<Duration> row) {
    // Some vendors say "too fast" with 403.
    return status == TOO_MANY_REQUESTS || status == FORBIDDEN || retryAfter(scope).isPresent()
        ? Optional.of(of(scope, row))
        : Optional.empty();
  }

  private Optional<Duration> retryAfter(Scope scope) {
    JsonNode header = RETRY_AFTER.in(scope);
    if (header.isMissingNode()) {
      return Optional.empty();
    }
    return seconds(header.asText())
        .or(
            () ->
                until(
                    header.asText(),
                    text ->
                        ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant()));
  }

  private Optional<Duration> said(LimitsPart.Wait wait, Scope scope) {
    JsonNode value = wait.value().in(scope);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    return switch (wait.as()) {
      case LimitsPart.Wait.As.Seconds() -> seconds(value.asText());
      case LimitsPart.Wait.As.Until(Moment.Written written) ->
          until(value.asText(), text -> Moment.read(text, written));
    };
  }

  private static Optional<Duration> seconds(String text) {
    // Some vendors send fractions; the next whole second is late enough.
    return text.matches("\\d{1,8}(\\.\\d+)?")
        ? Optional.of(Duration.ofSeconds((long) Math.ceil(Double.parseDouble(text))))
        : Optional.empty();
  }

  private Optional<Duration> until(String text, Function<String, Instant> read) {
    try {
      // A second more, since moments are cut to the second.
      return Optional.of(Duration.between(clock.instant(), read.apply(text)).plusSeconds(1));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
