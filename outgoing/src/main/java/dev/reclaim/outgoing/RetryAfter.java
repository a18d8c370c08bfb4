package dev.reclaim.outgoing;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header of that name, RFC 9110, section 10.2.3: seconds, or a moment. */
public final class RetryAfter {

  private RetryAfter() {}

  /** Empty for what cannot be read; negative for a moment that has passed. */
  public static Optional<Duration> read(String header, Instant now) {
    return seconds(header).or(() -> until(header, now));
  }

  private static Optional<Duration> seconds(String text) {
    // Some vendors send fractions; the next whole second is late enough.
    return text.matches("\\d{1,8}(\\.\\d+)?")
        ? Optional.of(Duration.ofSeconds((long) Math.ceil(Double.parseDouble(text))))
        : Optional.empty();
  }

  private static Optional<Duration> until(String text, Instant now) {
    try {
      Instant moment = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      // A second more, since the moment is cut to the second.
      return Optional.of(Duration.between(now, moment).plusSeconds(1));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
