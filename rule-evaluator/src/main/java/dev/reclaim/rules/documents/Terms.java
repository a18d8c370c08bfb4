package dev.reclaim.rules.documents;

import dev.reclaim.events.Handling;
import dev.reclaim.rules.Window;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times in which to answer, as people write them: {@code P14D}, {@code 10 business days}. */
final class Terms {

  private static final Pattern BUSINESS_DAYS = Pattern.compile("(\\d{1,3}) business days?");

  private Terms() {}

  static Handling.Term parse(String text) {
    Matcher business = BUSINESS_DAYS.matcher(text);
    return business.matches()
        ? new Handling.Term(
            Duration.ofDays(Integer.parseInt(business.group(1))),
            Handling.Term.Counting.BUSINESS_DAYS)
        : Handling.Term.calendar(Window.parse(text).length());
  }
}
