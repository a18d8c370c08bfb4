package dev.reclaim.consent;

import dev.reclaim.events.Holder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How much of people's attention all rules together may take.
 *
 * @param betweenAsks a holder is asked once in this time; what is found meanwhile waits, and then
 *     goes into one message
 * @param betweenDigests an approver gets one message in this time
 * @param gather how long a message waits for more questions to the same reader
 */
public record AttentionBudget(
    Duration betweenAsks, Duration betweenDigests, QuietHours quiet, Duration gather) {

  /** Whoever is to be asked is asked at once. */
  public static final AttentionBudget UNLIMITED =
      new AttentionBudget(Duration.ZERO, Duration.ZERO, QuietHours.NONE, Duration.ZERO);

  /**
   * What a reader heard of us lately.
   *
   * @param lastAsk when a message with questions to the holder was last begun
   * @param gathers whether such a message still takes more questions
   * @param lastDigest when a message to the approver was last begun that takes no more
   */
  public record Lately(Optional<Instant> lastAsk, boolean gathers, Optional<Instant> lastDigest) {

    public static final Lately NOTHING = new Lately(Optional.empty(), false, Optional.empty());
  }

  /** From when on a holder may be asked; now, where nothing speaks against it. */
  Instant askFrom(Holder reader, Lately lately, Instant now) {
    return lately.gathers() ? now : from(reader, lately.lastAsk(), betweenAsks, now);
  }

  /** When the next message to an approver goes out. */
  Instant digestFrom(Holder reader, Lately lately, Instant now) {
    return from(reader, lately.lastDigest(), betweenDigests, now);
  }

  private Instant from(Holder reader, Optional<Instant> last, Duration between, Instant now) {
    Instant free = last.map(it -> it.plus(between)).filter(it -> it.isAfter(now)).orElse(now);
    return outOfQuietHours(reader, free);
  }

  /** The first moment, not before this one, in which the reader may be written to. */
  Instant outOfQuietHours(Holder reader, Instant at) {
    return WorkingTime.of(reader).within(quiet, at);
  }

  /**
   * When somebody is reminded, in the morning of the days that the campaign names; for a day off,
   * on the working day before. Nobody is reminded on the day on which they were asked.
   *
   * @param until the deadline; a deadline at midnight belongs to the day that ends with it
   */
  List<Instant> reminders(List<Integer> daysBefore, Holder reader, Instant asked, Instant until) {
    WorkingTime time = WorkingTime.of(reader);
    LocalDate first = asked.atZone(time.zone()).toLocalDate();
    LocalDate last = until.minusNanos(1).atZone(time.zone()).toLocalDate();
    return daysBefore.stream()
        .map(last::minusDays)
        .map(day -> quiet.workingDaysOnly() ? time.workingDayUpTo(day) : day)
        .distinct()
        .filter(day -> day.isAfter(first))
        .map(day -> day.atTime(quiet.end()).atZone(time.zone()).toInstant())
        .filter(at -> at.isAfter(asked) && at.isBefore(until))
        .sorted()
        .toList();
  }
}
