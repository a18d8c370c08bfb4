package dev.reclaim.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time in a policy. A day is 24 hours, so that a window is as long in the week of a
 * clock change as in any other; months and years have no fixed length and are refused.
 */
public record Window(Duration length) {

  private static final Duration LONGEST = Duration.ofDays(3_660);
  private static final Pattern WEEKS = Pattern.compile("P(\\d{1,4})W");

  public Window {
    if (length.isNegative() || length.isZero()) {
      throw new IllegalArgumentException("window: must be longer than nothing");
    }
    if (length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("window: must not be longer than ten years");
    }
  }

  public static Window ofDays(long days) {
    return new Window(Duration.ofDays(days));
  }

  public static Window ofMinutes(long minutes) {
    return new Window(Duration.ofMinutes(minutes));
  }

  /**
   * Reads ISO-8601, as in {@code P90D}, {@code P2W} or {@code PT5M}.
   *
   * @throws IllegalArgumentException with a message that begins with {@code window: }
   */
  public static Window parse(String text) {
    Matcher weeks = WEEKS.matcher(text);
    if (weeks.matches()) {
      return ofDays(7L * Integer.parseInt(weeks.group(1)));
    }
    try {
      return new Window(Duration.parse(text));
    } catch (DateTimeParseException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "window: '"
              + text
              + "' is not an ISO-8601 length such as P90D or PT5M; months and years are not taken,"
              + " since they have no fixed length",
          e);
    }
  }

  /** Where a window begins that ends at a moment. */
  public Instant before(Instant end) {
    return end.minus(length);
  }

  public Instant after(Instant start) {
    return start.plus(length);
  }

  public Window orLonger(Window other) {
    return length.compareTo(other.length) >= 0 ? this : other;
  }

  /** As people say it: {@code 90 days}, {@code 5 minutes}. */
  @Override
  public String toString() {
    return Words.of(length);
  }
}
