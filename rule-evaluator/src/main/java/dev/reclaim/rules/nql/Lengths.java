package dev.reclaim.rules.nql;

import java.time.Duration;
import java.util.Map;

/** Lengths of time, as NQL and as policy write them. */
final class Lengths {

  private static final Map<String, String> UNITS =
      Map.of("d", "P%sD", "h", "PT%sH", "min", "PT%sM", "s", "PT%sS");
  private static final Duration LONGEST = Duration.ofDays(3_660);

  private Lengths() {}

  /** ISO-8601, in the unit of the query. */
  static String iso(Token token) throws NotExpressible {
    String text = token.text();
    int digits = 0;
    while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    String unit = UNITS.get(text.substring(digits));
    if (digits == 0 || digits > 9 || unit == null) {
      throw NotExpressible.at(
          token, "is not a whole number of d, h, min or s, and a rule counts in no other unit");
    }
    String iso = unit.formatted(Integer.parseInt(text.substring(0, digits)));
    if (Duration.parse(iso).isZero() || Duration.parse(iso).compareTo(LONGEST) > 0) {
      throw NotExpressible.at(token, "must be longer than nothing, and ten years at most");
    }
    return iso;
  }

  /** As people say it: {@code 5 minutes}. */
  static String words(String iso) {
    Duration length = Duration.parse(iso);
    long number = Long.parseLong(iso.replaceAll("\\D", ""));
    String unit =
        switch (iso.charAt(iso.length() - 1)) {
          case 'D' -> "day";
          case 'H' -> "hour";
          case 'M' -> "minute";
          case 'S' -> "second";
          default -> throw new IllegalArgumentException("length: " + length);
        };
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}
