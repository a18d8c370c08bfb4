package dev.reclaim.rules;

import java.time.Instant;
import java.util.Optional;

/**
 * The holder has never used the seat since it was assigned; where nobody names that day, neither
 * before nor after it was first seen. A source must have watched all the time since.
 */
public record NeverUsed() implements Condition {

  static final String CODE = "neverUsed";

  @Override
  public boolean useProvesWrong() {
    return true;
  }

  @Override
  public Judgement judge(SeatFacts facts) {
    Tenure tenure = facts.tenure();
    Optional<Instant> last =
        facts
            .use()
            .last()
            .filter(
                use -> tenure.known() == Tenure.Known.FIRST_SEEN || !use.isBefore(tenure.since()));
    if (last.isPresent()) {
      return Judgement.doesNotHold(CODE, "Last used on %s.".formatted(Words.day(last.get())));
    }
    return facts
        .whyUnknown(tenure.since())
        .map(why -> Judgement.notEnoughData(CODE, why))
        .orElseGet(() -> Judgement.holds(CODE, "Never used. " + tenure.sentence()));
  }
}
