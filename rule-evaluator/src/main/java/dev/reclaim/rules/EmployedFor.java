package dev.reclaim.rules;

import java.time.Instant;
import java.util.Optional;

/** The holder has worked here for at least this long: grace for new starters. */
public record EmployedFor(Window time) implements Condition {

  static final String CODE = "employedFor";

  @Override
  public Judgement judge(SeatFacts facts) {
    Optional<Instant> started =
        facts.employment().flatMap(employment -> employment.contract().startedAt());
    if (started.isEmpty()) {
      return Judgement.notEnoughData(CODE, "HR has not said when the holder started.");
    }
    String sentence =
        "The holder started on %s.".formatted(facts.holder().clock().day(started.get()));
    return started.get().isAfter(time.before(facts.asOf()))
        ? Judgement.doesNotHold(CODE, sentence + " That is less than %s ago.".formatted(time))
        : Judgement.holds(CODE, sentence);
  }
}
