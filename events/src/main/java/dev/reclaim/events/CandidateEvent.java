package dev.reclaim.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What rule-evaluator proposes, and takes back. */
public sealed interface CandidateEvent extends Event {

  CandidateId candidate();

  HolderId holder();

  @Override
  default String key() {
    return holder().value();
  }

  /**
   * A rule found a seat that should be taken back.
   *
   * @param ruleVersion the version that judged
   * @param reasons one per condition that held
   * @param asOf the moment that the judgement is about
   */
  @EventType("reclaim.candidate-found.v1")
  record CandidateFound(
      CandidateId candidate,
      SeatRef seat,
      RuleName rule,
      int ruleVersion,
      int episode,
      List<Reason> reasons,
      Evidence evidence,
      Handling handling,
      Optional<Money> pricePerMonth,
      Instant asOf)
      implements CandidateEvent {

    public CandidateFound {
      Require.present("candidate", candidate);
      Require.present("seat", seat);
      Require.present("rule", rule);
      Require.present("evidence", evidence);
      Require.present("handling", handling);
      Require.present("asOf", asOf);
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("reasons: a candidate without a reason");
      }
    }

    @Override
    public HolderId holder() {
      return seat.holder();
    }
  }

  /** The reason went away, or the seat did. */
  @EventType("reclaim.candidate-withdrawn.v1")
  record CandidateWithdrawn(
      CandidateId candidate, HolderId holder, Cause cause, String why, Evidence evidence)
      implements CandidateEvent {

    /** What made the rule change its mind. */
    public enum Cause {
      /** Use was seen. */
      USED,
      /** The seat is there no more. */
      SEAT_GONE,
      /** A hold was placed. */
      HOLD_PLACED,
      /** The rule was changed or retired, the holder came back, data went stale. */
      REASON_GONE
    }

    public CandidateWithdrawn {
      Require.present("candidate", candidate);
      Require.present("holder", holder);
      Require.present("cause", cause);
      Ids.requireSentences("why", why);
    }
  }
}
