package dev.reclaim.connectors.ldap;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of an attribute's many values an answer holds: {@code member;range=0-1499}, and with a star
 * at the end the last ones.
 */
record ValueRange(Optional<Integer> last) {

  private static final Pattern RANGE = Pattern.compile("range=\\d+-(\\d+|\\*)");

  /** The range that an answered attribute holds; empty if it is another attribute. */
  static Optional<ValueRange> of(String attribute, String answered) {
    String[] parts = answered.toLowerCase(Locale.ROOT).split(";", -1);
    if (!parts[0].equals(attribute.toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    for (String part : parts) {
      Matcher range = RANGE.matcher(part);
      if (range.matches() && !range.group(1).equals("*")) {
        return Optional.of(new ValueRange(Optional.of(Integer.valueOf(range.group(1)))));
      }
    }
    return Optional.of(new ValueRange(Optional.empty()));
  }

  /** What to ask for next; empty if these were the last. */
  Optional<String> next(String attribute) {
    return last.map(number -> attribute + ";range=" + (number + 1) + "-*");
  }
}
