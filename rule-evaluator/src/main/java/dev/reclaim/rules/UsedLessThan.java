package dev.reclaim.rules;

import java.time.Instant;
import java.util.Optional;

/**
 * The seat was used for less than a time within a window.
 *
 * <p>In this order, so that every doubt speaks for the holder:
 *
 * <ol>
 *   <li>Measured use of at least {@code time}: does not hold, whatever the coverage is.
 *   <li>An open without a measured length, such as a sign-in: it proves use of unknown length, so
 *       the condition does not hold, but neither is its opposite proven.
 *   <li>The holder has the seat for less than the window, since it was assigned, first seen or
 *       restored: there was no time to use it, so it does not hold; again the opposite is not
 *       proven.
 *   <li>No source covers the whole window, or all that do are stale: not enough data.
 *   <li>Else it holds.
 * </ol>
 */
public record UsedLessThan(Window time, Window within) implements Condition {

  static final String CODE = "usedLessThan";

  public UsedLessThan {
    if (time.length().compareTo(within.length()) > 0) {
      throw new IllegalArgumentException(
          "time: is longer than the window, so everybody would be below it");
    }
  }

  @Override
  public Optional<Window> looksBackAtUse() {
    return Optional.of(within);
  }

  @Override
  public Judgement judge(SeatFacts facts) {
    Instant start = within.before(facts.asOf());
    Use use = facts.use().since(start);
    if (use.measured().compareTo(time.length()) >= 0) {
      return Judgement.doesNotHold(
          CODE,
          "Used for %s in the last %s, most recently on %s."
              .formatted(Words.of(use.measured()), within, Words.day(use.newest().orElseThrow())));
    }
    if (use.lastUnmeasured().isPresent()) {
      return Judgement.doubtful(
          CODE,
          "Opened on %s; how long it was used is not known."
              .formatted(Words.day(use.lastUnmeasured().get())));
    }
    if (facts.tenure().since().isAfter(start)) {
      return Judgement.doubtful(
          CODE, facts.tenure().sentence() + " That is less than %s ago.".formatted(within));
    }
    return Coverage.whyUnknown(use.coverage(), start, facts.asOf())
        .map(why -> Judgement.notEnoughData(CODE, why))
        .orElseGet(() -> Judgement.holds(CODE, sentence(use)));
  }

  private String sentence(Use use) {
    return use.newest()
        .map(
            last ->
                "Used for %s in the last %s, less than %s; last on %s."
                    .formatted(Words.of(use.measured()), within, time, Words.day(last)))
        .orElseGet(
            () ->
                use.last()
                    .map(last -> "Not used since %s.".formatted(Words.day(last)))
                    .orElse("Not used in the last %s.".formatted(within)));
  }
}
