package dev.reclaim.connectors.declarative;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** A moment, in one of the ways in which vendors write it. */
record Moment(Template value, Written written) {

  /** How it is written; always in UTC where the text does not say. */
  enum Written {
    /** ISO 8601, with or without an offset, or a date. */
    ISO,
    EPOCH_SECONDS,
    EPOCH_MILLIS,
    /** ISO 8601 with an offset that has no colon: {@code +0000}. */
    ISO_BASIC_OFFSET,
    /** {@code 2026-01-31 17:45:00}. */
    DATE_SPACE_TIME
  }

  static Moment of(Entry entry) {
    if (!entry.isMapping()) {
      return new Moment(Template.of(entry), Written.ISO);
    }
    entry.allowOnly("value", "as");
    return new Moment(Template.of(entry.required("value")), written(entry.required("as")));
  }

  static Written written(Entry entry) {
    return switch (entry.text()) {
      case "iso" -> Written.ISO;
      case "epoch-seconds" -> Written.EPOCH_SECONDS;
      case "epoch-millis" -> Written.EPOCH_MILLIS;
      case "iso-basic-offset" -> Written.ISO_BASIC_OFFSET;
      case "date-space-time" -> Written.DATE_SPACE_TIME;
      default ->
          throw entry.refuse(
              "must be iso, epoch-seconds, epoch-millis, iso-basic-offset or date-space-time");
    };
  }

  /** The moment, or empty if there is none or it cannot be read. */
  Optional<Instant> in(Scope scope) {
    try {
      return Optional.of(read(value.fill(scope), written));
    } catch (Template.Unfilled | DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  static Instant read(String text, Written written) {
    return switch (written) {
      case ISO -> iso(text);
      case EPOCH_SECONDS -> Instant.ofEpochSecond(Long.parseLong(text));
      case EPOCH_MILLIS -> Instant.ofEpochMilli(Long.parseLong(text));
      case ISO_BASIC_OFFSET ->
          OffsetDateTime.parse(text, DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS]xx"))
              .toInstant();
      case DATE_SPACE_TIME ->
          LocalDateTime.parse(text, DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"))
              .toInstant(ZoneOffset.UTC);
    };
  }

  private static Instant iso(String text) {
    if (text.length() == 10) {
      return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)$")
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }
}
