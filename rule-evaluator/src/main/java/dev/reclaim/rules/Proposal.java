package dev.reclaim.rules;

import dev.reclaim.events.CandidateEvent.CandidateWithdrawn.Cause;
import dev.reclaim.events.ConsentEvent.CandidateClosed.Outcome;
import java.time.Instant;
import java.util.Optional;

/** A candidate as seen from the rule that found it. */
public sealed interface Proposal
    permits Proposal.Open, Proposal.Approved, Proposal.Withdrawn, Proposal.Closed {

  Finding finding();

  /** Whether the rule may still change its mind. */
  default boolean ongoing() {
    return switch (this) {
      case Open _, Approved _ -> true;
      case Withdrawn _, Closed _ -> false;
    };
  }

  /** From when on the seat is left alone, since it was kept or used; empty when it is not. */
  default Optional<Instant> restsFrom() {
    return Optional.empty();
  }

  /**
   * Until when it was promised to be left alone by every rule about use; empty where nobody did.
   */
  default Optional<Instant> keptUntil() {
    return Optional.empty();
  }

  /** Holder and approver are being asked. */
  record Open(Finding finding) implements Proposal {

    public Approved approved() {
      return new Approved(finding);
    }

    public Withdrawn withdrawn(Cause cause, Instant at) {
      return new Withdrawn(finding, cause, at);
    }

    public Closed closed(Outcome outcome, Instant at, Optional<Instant> keptUntil) {
      return new Closed(finding, outcome, at, keptUntil);
    }
  }

  /**
   * The revocation is under way. That the seat disappears now is what was wanted, and no reason to
   * withdraw.
   */
  record Approved(Finding finding) implements Proposal {

    public Open calledOff() {
      return new Open(finding);
    }

    public Withdrawn withdrawn(Cause cause, Instant at) {
      return new Withdrawn(finding, cause, at);
    }

    public Closed closed(Outcome outcome, Instant at, Optional<Instant> keptUntil) {
      return new Closed(finding, outcome, at, keptUntil);
    }
  }

  /** The rule changed its mind. */
  record Withdrawn(Finding finding, Cause cause, Instant at) implements Proposal {

    /** The holder had answered before the withdrawal arrived; the answer counts. */
    public Closed keptMeanwhile(Instant when, Optional<Instant> keptUntil) {
      return new Closed(finding, Outcome.SKIPPED, when, keptUntil);
    }

    /** Use shows as clearly as an answer that the seat is wanted. */
    @Override
    public Optional<Instant> restsFrom() {
      return cause == Cause.USED ? Optional.of(at) : Optional.empty();
    }
  }

  /** consent-service led it to its end. */
  record Closed(Finding finding, Outcome outcome, Instant at, Optional<Instant> keptUntil)
      implements Proposal {

    @Override
    public Optional<Instant> restsFrom() {
      return switch (outcome) {
        case SKIPPED, CANCELED -> Optional.of(at);
        case COMPLETE -> Optional.empty();
      };
    }
  }
}
