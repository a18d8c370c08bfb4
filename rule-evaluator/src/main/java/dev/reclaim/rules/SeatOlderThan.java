package dev.reclaim.rules;

import java.time.Instant;

/**
 * The holder has had the seat for at least this long: grace for new seats. A seat whose day of
 * assignment nobody named may be older than its first sighting, so its youth is not proven.
 */
public record SeatOlderThan(Window age) implements Condition {

  static final String CODE = "seatOlderThan";

  @Override
  public Judgement judge(SeatFacts facts) {
    Instant latest = age.before(facts.asOf());
    Tenure tenure = facts.tenure();
    if (!tenure.since().isAfter(latest)) {
      return Judgement.holds(CODE, tenure.sentence());
    }
    String sentence = tenure.sentence() + " That is less than %s ago.".formatted(age);
    return tenure.known() == Tenure.Known.FIRST_SEEN
        ? Judgement.doubtful(CODE, sentence)
        : Judgement.doesNotHold(CODE, sentence);
  }
}
