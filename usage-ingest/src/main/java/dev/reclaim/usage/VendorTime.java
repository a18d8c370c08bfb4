package dev.reclaim.usage;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/**
 * Points in time as logs spell them: {@code 2025-01-15T14:20:35.4567890Z}, with an offset, or
 * {@code 2025-01-15 14:20:35.456} without any, which means UTC.
 */
final class VendorTime {

  private static final DateTimeFormatter SPELLINGS =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][ ]")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[ ]")
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);

  private VendorTime() {}

  static Optional<Instant> parse(String text) {
    try {
      TemporalAccessor parsed =
          SPELLINGS.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
      return Optional.of(
          switch (parsed) {
            case OffsetDateTime withOffset -> withOffset.toInstant();
            case LocalDateTime utc -> utc.toInstant(ZoneOffset.UTC);
            default -> throw new IllegalStateException("not asked for: " + parsed);
          });
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
