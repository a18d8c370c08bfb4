package dev.reclaim.consent;

import dev.reclaim.events.PromptId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * On the desk, and nobody is asked yet.
 *
 * @param why what it waits for
 * @param waitsFor what sets it going
 * @param askFrom when it goes on by itself; empty when it waits for something else than time
 */
public record Ready(CaseFile file, String why, WaitsFor waitsFor, Optional<Instant> askFrom)
    implements Candidate, Open, MayAskApprover, MayApprove {

  /** What sets it going. */
  public enum WaitsFor {
    /** A moment: it was put off, or the budget of people's attention is spent. */
    TIME,
    /** The holder, who is on leave. */
    HOLDER_BACK,
    /** An operator: the rule may take nothing by itself, and asks nobody. */
    OPERATOR
  }

  public Ready {
    Objects.requireNonNull(file, "file: is missing");
    Objects.requireNonNull(waitsFor, "waitsFor: is missing");
    Objects.requireNonNull(askFrom, "askFrom: is missing");
    if (askFrom.isPresent() != (waitsFor == WaitsFor.TIME)) {
      throw new IllegalArgumentException("askFrom: goes with waiting for time, and only with it");
    }
  }

  /** On its way: the next step follows in the same breath. */
  static Ready now(CaseFile file, String why) {
    return new Ready(file, why, WaitsFor.OPERATOR, Optional.empty());
  }

  static Ready until(CaseFile file, String why, Instant askFrom) {
    return new Ready(file, why, WaitsFor.TIME, Optional.of(askFrom));
  }

  static Ready untilBack(CaseFile file, String why) {
    return new Ready(file, why, WaitsFor.HOLDER_BACK, Optional.empty());
  }

  @Override
  public Optional<Instant> dueAt() {
    return askFrom;
  }

  public AwaitingUser askHolder(Pending asked) {
    return new AwaitingUser(file.afresh().nextRound(), asked);
  }

  /** The campaign that the rule names is not there, or asks nobody. */
  public AttentionRequired noCampaign(String why, String whatToDo) {
    return new AttentionRequired(
        file, AttentionRequired.Trouble.NO_CAMPAIGN, why, whatToDo, Optional.empty());
  }

  @Override
  public AwaitingApproval askApprover(Pending approver) {
    return new AwaitingApproval(file.nextRound(), Optional.empty(), approver);
  }

  @Override
  public AttentionRequired noApprover(String why, String whatToDo) {
    return new AttentionRequired(
        file, AttentionRequired.Trouble.NO_APPROVER, why, whatToDo, Optional.empty());
  }

  Ready requestedBy(String login, String because) {
    return now(file.requestedBy(login), because);
  }

  /** There is nobody who could be asked. */
  public AttentionRequired nobodyToAsk(String why, String whatToDo) {
    return new AttentionRequired(
        file, AttentionRequired.Trouble.NOBODY_TO_ASK, why, whatToDo, Optional.empty());
  }

  public Ready snooze(String why, Instant until) {
    return until(file, why, until);
  }

  @Override
  public AwaitingRevocation approve(
      AwaitingRevocation.Decided decided, Optional<PromptId> changeableBy, Instant at) {
    return AwaitingRevocation.approved(file, decided, changeableBy, at);
  }

  @Override
  public ClosedCanceled usedAgain(String why, Instant at) {
    return new ClosedCanceled(file, why, at);
  }

  @Override
  public ClosedSkipped skip(ClosedSkipped.Cause cause, String why, Instant at) {
    return new ClosedSkipped(file, cause, why, at);
  }

  @Override
  public ClosedComplete verified(String why, Instant at, Instant restorableUntil) {
    return ClosedComplete.verified(file, why, at, restorableUntil);
  }

  @Override
  public Held hold(String why, Optional<Instant> until) {
    return new Held(file, why, until);
  }
}
