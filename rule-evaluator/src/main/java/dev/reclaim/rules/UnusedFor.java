package dev.reclaim.rules;

import java.time.Instant;
import java.util.Optional;

/**
 * The seat was not used at all for a time, on the holder's own clock. Any open is use, whoever saw
 * it.
 */
public record UnusedFor(Window time) implements Condition {

  static final String CODE = "unusedFor";

  @Override
  public Optional<Window> looksBackAtUse() {
    return Optional.of(time);
  }

  @Override
  public boolean useProvesWrong() {
    return true;
  }

  @Override
  public Judgement judge(SeatFacts facts) {
    Span span = facts.back(time);
    Optional<Instant> newest = facts.use().within(span).newest();
    if (newest.isPresent()) {
      return Judgement.doesNotHold(
          CODE, "Used on %s, within %s.".formatted(Words.day(newest.get()), span.words()));
    }
    if (facts.tenure().since().isAfter(span.start())) {
      return Judgement.doubtful(CODE, facts.tenure().youngerThan(span));
    }
    return facts
        .whyUnknown(span.start())
        .map(why -> Judgement.notEnoughData(CODE, why))
        .orElseGet(() -> Judgement.holds(CODE, sentence(facts.use(), span)));
  }

  static String sentence(Use use, Span span) {
    return use.last()
        .map(last -> "Not used since %s.".formatted(Words.day(last)))
        .orElseGet(() -> "Not used in %s.".formatted(span.words()));
  }
}
