package dev.reclaim.rules;

import java.time.Instant;

/**
 * The holder used something else within a window, so whoever does not use the seat is not simply
 * away.
 *
 * <p>Nothing ever seen of the holder is not enough data. Something seen before the window proves
 * absence only when a source of anything else covers the window and is fresh.
 */
public record PresentElsewhere(Window within) implements Condition {

  static final String CODE = "presentElsewhere";

  @Override
  public Judgement judge(SeatFacts facts) {
    Instant start = within.before(facts.asOf());
    Presence elsewhere = facts.elsewhere();
    if (elsewhere.lastUse().isEmpty()) {
      return Judgement.notEnoughData(CODE, "No use of anything else was ever seen of the holder.");
    }
    Instant last = elsewhere.lastUse().get();
    if (!last.isBefore(start)) {
      return Judgement.holds(
          CODE, "The holder used other software on %s.".formatted(Words.day(last)));
    }
    String sentence =
        "Other software was last used on %s, before the last %s."
            .formatted(Words.day(last), within);
    return Coverage.whyUnknown(elsewhere.coverage(), start, facts.asOf()).isPresent()
        ? Judgement.notEnoughData(CODE, sentence + " No source covers the time since.")
        : Judgement.doesNotHold(CODE, sentence);
  }
}
