package dev.reclaim.connectors.declarative;

import dev.reclaim.connectors.PublishedLimits;
import dev.reclaim.connectors.PublishedLimits.Rate;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast the vendor lets itself be called, and how it says "wait".
 *
 * @param left where an answer says how many calls are left
 * @param otherwise how long to wait if it does not say
 */
record LimitsPart(
    PublishedLimits published, List<Wait> waits, List<Lookup> left, Duration otherwise) {

  /** Where an answer says how long to wait, and how that is written. */
  record Wait(Lookup value, As as) {

    /** A number of seconds, or the moment at which it is over. */
    sealed interface As {
      record Seconds() implements As {}

      record Until(Moment.Written written) implements As {}
    }

    static Wait of(Entry entry) {
      entry.allowOnly("value", "as");
      Entry as = entry.required("as");
      return new Wait(
          Condition.lookup(entry.required("value")),
          as.text().equals("seconds") ? new As.Seconds() : new As.Until(Moment.written(as)));
    }
  }

  private static final Pattern RATE = Pattern.compile("(\\d+) per (\\d+)s");

  static LimitsPart of(Entry entry) {
    entry.allowOnly("writes", "reads", "concurrent", "wait", "left", "otherwise");
    return new LimitsPart(
        new PublishedLimits(
            entry.optional("writes", LimitsPart::rate),
            entry.optional("reads", LimitsPart::rate),
            entry.optional("concurrent", Entry::number)),
        entry.list("wait", Wait::of),
        entry.list("left", Condition::lookup),
        entry.optional("otherwise", Length::of).orElse(Duration.ofSeconds(30)));
  }

  private static Rate rate(Entry entry) {
    Matcher matcher = RATE.matcher(entry.text());
    if (!matcher.matches()) {
      throw entry.refuse("must be written as 600 per 60s");
    }
    return new Rate(
        Integer.parseInt(matcher.group(1)), Duration.ofSeconds(Integer.parseInt(matcher.group(2))));
  }
}
