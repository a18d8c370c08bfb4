package dev.reclaim.rules;

import java.time.Instant;
import java.util.Optional;

/**
 * The last day of the holder's contract is over, where the holder is. A contract of which HR names
 * no end is no proof that it has none.
 */
public record ContractEnded() implements Condition {

  static final String CODE = "contractEnded";

  @Override
  public Judgement judge(SeatFacts facts) {
    if (facts.employment().isEmpty()) {
      return Judgement.notEnoughData(CODE, "HR has said nothing about the holder.");
    }
    Optional<Instant> ends = facts.employment().get().contract().endsAt();
    if (ends.isEmpty()) {
      return Judgement.doubtful(CODE, "HR names no end of the holder's contract.");
    }
    Object lastDay = facts.holder().clock().day(ends.get().minusMillis(1));
    return ends.get().isAfter(facts.asOf())
        ? Judgement.doesNotHold(CODE, "The holder's contract lasts until %s.".formatted(lastDay))
        : Judgement.holds(CODE, "The holder's contract ended on %s.".formatted(lastDay));
  }
}
