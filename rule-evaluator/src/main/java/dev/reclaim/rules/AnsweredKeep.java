package dev.reclaim.rules;

import java.time.Instant;
import java.util.Optional;

/** The holder answered Keep for this seat within a window. Every answer is known. */
public record AnsweredKeep(Window within) implements Condition {

  static final String CODE = "answeredKeep";

  @Override
  public Judgement judge(SeatFacts facts) {
    Optional<Instant> kept = facts.held().lastKept();
    if (kept.isEmpty()) {
      return Judgement.doesNotHold(CODE, "The holder never answered Keep.");
    }
    String sentence =
        "The holder answered Keep on %s.".formatted(facts.holder().clock().day(kept.get()));
    return kept.get().isBefore(within.before(facts.asOf()))
        ? Judgement.doesNotHold(CODE, sentence)
        : Judgement.holds(CODE, sentence);
  }
}
