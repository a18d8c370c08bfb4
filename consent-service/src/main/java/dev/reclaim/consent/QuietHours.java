package dev.reclaim.consent;

import java.time.LocalTime;
import java.util.Objects;

/**
 * When nobody is written to, by the clock on the reader's wall: from the evening to the morning,
 * and on days off.
 *
 * @param begin from then on it is quiet; midnight means that the evening is not
 * @param end until then it is quiet
 */
public record QuietHours(LocalTime begin, LocalTime end, boolean workingDaysOnly) {

  /** Every hour of every day is as good as any other. */
  public static final QuietHours NONE =
      new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, false);

  public QuietHours {
    Objects.requireNonNull(begin, "quiet hours, begin: is missing");
    Objects.requireNonNull(end, "quiet hours, end: is missing");
    if (!begin.equals(LocalTime.MIDNIGHT) && !end.isBefore(begin)) {
      throw new IllegalArgumentException(
          "quiet hours: must end in the morning before they begin in the evening");
    }
  }

  boolean areOver(LocalTime time) {
    boolean morning = !time.isBefore(end);
    boolean evening = begin.equals(LocalTime.MIDNIGHT) || time.isBefore(begin);
    return morning && evening;
  }
}
