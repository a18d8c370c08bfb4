package dev.reclaim.connectors.declarative;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time as files write it: {@code 30s}, {@code 5m}, {@code 2h}, {@code 7d}. */
final class Length {

  private static final Pattern FORM = Pattern.compile("(\\d{1,6})([smhd])");

  private Length() {}

  static Duration of(Entry entry) {
    Matcher matcher = FORM.matcher(entry.text());
    if (!matcher.matches()) {
      throw entry.refuse("must be a length of time such as 30s, 5m, 2h or 7d");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }
}
