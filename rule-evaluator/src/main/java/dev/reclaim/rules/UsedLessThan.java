package dev.reclaim.rules;

import java.time.Instant;
import java.util.Optional;

/**
 * The seat was used for less than a time, or opened less often than so many times, within a window
 * on the holder's own clock.
 *
 * <p>In this order, so that every doubt speaks for the holder:
 *
 * <ol>
 *   <li>At least so much use: does not hold, whatever the coverage is.
 *   <li>For a time only: an open without a measured length, such as a sign-in. It proves use of
 *       unknown length, so the condition does not hold, but neither is its opposite proven. A
 *       source that measures what goes on inside is stronger: where one watched all the window,
 *       sign-ins add nothing to what it saw.
 *   <li>The holder has the seat for less than the window, since it was assigned, first seen or
 *       restored: there was no time to use it, so it does not hold; again the opposite is not
 *       proven.
 *   <li>No source covers the whole window, or all that do are stale: not enough data.
 *   <li>Else it holds.
 * </ol>
 */
public record UsedLessThan(Amount amount, Window within) implements Condition {

  static final String CODE = "usedLessThan";

  /** How much use is enough. */
  public sealed interface Amount {}

  /** A measured time. */
  public record Time(Window length) implements Amount {}

  /** A number of opens. */
  public record Opens(int times) implements Amount {
    public Opens {
      if (times < 1) {
        throw new IllegalArgumentException("opens: must be at least 1");
      }
    }
  }

  public UsedLessThan {
    if (amount instanceof Time time && time.length().length().compareTo(within.length()) > 0) {
      throw new IllegalArgumentException(
          "time: is longer than the window, so everybody would be below it");
    }
  }

  public UsedLessThan(Window time, Window within) {
    this(new Time(time), within);
  }

  @Override
  public Optional<Window> looksBackAtUse() {
    return Optional.of(within);
  }

  @Override
  public boolean useProvesWrong() {
    return true;
  }

  @Override
  public Judgement judge(SeatFacts facts) {
    Span span = facts.back(within);
    Use use = facts.use().within(span);
    return switch (amount) {
      case Time time -> judge(time, use, span, facts);
      case Opens opens ->
          use.opens() >= opens.times()
              ? Judgement.doesNotHold(
                  CODE,
                  "Opened %s in %s, most recently on %s."
                      .formatted(times(use.opens()), span.words(), newest(use)))
              : judgeUnused(use, span, facts);
    };
  }

  private Judgement judge(Time time, Use use, Span span, SeatFacts facts) {
    if (use.measured().compareTo(time.length().length()) >= 0) {
      return Judgement.doesNotHold(
          CODE,
          "Used for %s in %s, most recently on %s."
              .formatted(Words.of(use.measured()), span.words(), newest(use)));
    }
    Optional<Instant> unmeasured = use.lastUnmeasured();
    if (unmeasured.isPresent()
        && !Coverage.measuredSince(use.coverage(), span.start(), facts.asOf())) {
      return Judgement.doubtful(
          CODE,
          "Opened on %s; how long it was used is not known."
              .formatted(Words.day(unmeasured.get())));
    }
    return judgeUnused(use, span, facts);
  }

  private Judgement judgeUnused(Use use, Span span, SeatFacts facts) {
    if (facts.tenure().since().isAfter(span.start())) {
      return Judgement.doubtful(CODE, facts.tenure().youngerThan(span));
    }
    return facts
        .whyUnknown(span.start())
        .map(why -> Judgement.notEnoughData(CODE, why))
        .orElseGet(() -> Judgement.holds(CODE, sentence(use, span)));
  }

  private String sentence(Use use, Span span) {
    if (use.newest().isEmpty()) {
      return UnusedFor.sentence(use, span);
    }
    return switch (amount) {
      case Time time ->
          "Used for %s in %s, less than %s; last on %s."
              .formatted(Words.of(use.measured()), span.words(), time.length(), newest(use));
      case Opens opens ->
          "Opened %s in %s, less than %s; last on %s."
              .formatted(times(use.opens()), span.words(), times(opens.times()), newest(use));
    };
  }

  private static Object newest(Use use) {
    return Words.day(use.newest().orElseThrow());
  }

  private static String times(long count) {
    return count == 1 ? "once" : count + " times";
  }
}
