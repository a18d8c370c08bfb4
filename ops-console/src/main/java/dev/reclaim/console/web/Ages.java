package dev.reclaim.console.web;

import java.time.Duration;
import java.time.Instant;

/** Distances in time, in words, as coarse as people say them. */
final class Ages {

  private static final Duration UNTIL_HOURS_ARE_SAID = Duration.ofMinutes(90);
  private static final Duration UNTIL_DAYS_ARE_SAID = Duration.ofHours(36);

  private Ages() {}

  static String relative(Instant instant, Instant now) {
    Duration distance = Duration.between(instant, now);
    if (distance.abs().compareTo(Duration.ofSeconds(1)) < 0) {
      return "now";
    }
    return distance.isNegative() ? "in " + words(distance.negated()) : words(distance) + " ago";
  }

  static String words(Duration duration) {
    if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
      return duration.toSeconds() + " s";
    }
    if (duration.compareTo(UNTIL_HOURS_ARE_SAID) < 0) {
      return duration.toMinutes() + " min";
    }
    if (duration.compareTo(UNTIL_DAYS_ARE_SAID) < 0) {
      return duration.toHours() + " h";
    }
    return duration.toDays() == 1 ? "1 day" : duration.toDays() + " days";
  }
}
