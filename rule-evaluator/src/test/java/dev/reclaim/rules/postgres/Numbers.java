package dev.reclaim.rules.postgres;

import dev.reclaim.rules.Judgement;
import dev.reclaim.rules.Verdict;

/** What the judge says, as the number by which a statement says it. */
final class Numbers {

  private Numbers() {}

  static int of(Judgement judgement) {
    return switch (judgement) {
      case Judgement.Holds _ -> Answer.HOLDS;
      case Judgement.DoesNotHold no when no.proven() -> Answer.NO;
      case Judgement.DoesNotHold _ -> Answer.DOUBTFUL;
      case Judgement.NotEnoughData _ -> Answer.UNKNOWN;
    };
  }

  static int of(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Reclaimable _ -> Answer.HOLDS;
      case Verdict.NotReclaimable _ -> Answer.NO;
      case Verdict.NotEnoughData _ -> Answer.UNKNOWN;
    };
  }
}
