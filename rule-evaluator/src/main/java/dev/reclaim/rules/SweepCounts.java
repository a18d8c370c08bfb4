package dev.reclaim.rules;

import dev.reclaim.events.CandidateEvent;
import java.util.Collection;

/**
 * What a sweep did.
 *
 * @param disagreed how often the statement of a rule and the judge of a single seat said different
 *     things; anything but zero is an error in the program
 */
public record SweepCounts(long judged, long found, long withdrawn, long disagreed) {

  public static final SweepCounts NOTHING = new SweepCounts(0, 0, 0, 0);

  SweepCounts plusJudged(long more) {
    return new SweepCounts(judged + more, found, withdrawn, disagreed);
  }

  SweepCounts plusDisagreed(long more) {
    return new SweepCounts(judged, found, withdrawn, disagreed + more);
  }

  public static SweepCounts sum(Collection<SweepCounts> parts) {
    return parts.stream().reduce(NOTHING, SweepCounts::plus);
  }

  SweepCounts plus(CandidateEvent decided) {
    return switch (decided) {
      case CandidateEvent.CandidateFound _ ->
          new SweepCounts(judged, found + 1, withdrawn, disagreed);
      case CandidateEvent.CandidateWithdrawn _ ->
          new SweepCounts(judged, found, withdrawn + 1, disagreed);
    };
  }

  SweepCounts plus(SweepCounts other) {
    return new SweepCounts(
        judged + other.judged,
        found + other.found,
        withdrawn + other.withdrawn,
        disagreed + other.disagreed);
  }
}
