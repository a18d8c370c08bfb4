package dev.reclaim.rules;

import dev.reclaim.events.CandidateEvent;

/** What a sweep did. */
public record SweepCounts(long judged, long found, long withdrawn) {

  public static final SweepCounts NOTHING = new SweepCounts(0, 0, 0);

  SweepCounts plusJudged() {
    return new SweepCounts(judged + 1, found, withdrawn);
  }

  SweepCounts plus(CandidateEvent decided) {
    return switch (decided) {
      case CandidateEvent.CandidateFound _ -> new SweepCounts(judged, found + 1, withdrawn);
      case CandidateEvent.CandidateWithdrawn _ -> new SweepCounts(judged, found, withdrawn + 1);
    };
  }

  SweepCounts plus(SweepCounts other) {
    return new SweepCounts(judged + other.judged, found + other.found, withdrawn + other.withdrawn);
  }
}
