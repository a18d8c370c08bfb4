package dev.reclaim.consent;

import dev.reclaim.events.Answer;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.PromptId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Nobody has to be asked any more; the seat is taken back, or soon will be.
 *
 * @param decided who or what decided
 * @param decider the approver, if it was one
 * @param changeableBy the question whose answer led here; it may be changed until the start
 * @param startedAt when the outside system was called; from then on nobody changes their mind
 * @param seatGoneAt when the seat was seen to be gone, while the read-back is still to come
 */
public record AwaitingRevocation(
    CaseFile file,
    Decided decided,
    Optional<HolderId> decider,
    Optional<PromptId> changeableBy,
    Instant approvedAt,
    Optional<Instant> startedAt,
    Optional<Instant> seatGoneAt)
    implements Candidate, Open, MayAskApprover {

  /** Who or what said Release. */
  public enum Decided {
    /** Nobody had to be asked. */
    RULE,
    HOLDER,
    SILENCE,
    APPROVER,
    OPERATOR
  }

  public AwaitingRevocation {
    Objects.requireNonNull(file, "file: is missing");
    Objects.requireNonNull(decided, "decided: is missing");
    Objects.requireNonNull(approvedAt, "approvedAt: is missing");
  }

  static AwaitingRevocation approved(
      CaseFile file, Decided decided, Optional<PromptId> changeableBy, Instant at) {
    return new AwaitingRevocation(
        file, decided, Optional.empty(), changeableBy, at, Optional.empty(), Optional.empty());
  }

  AwaitingRevocation decidedBy(HolderId approver) {
    return new AwaitingRevocation(
        file, decided, Optional.of(approver), changeableBy, approvedAt, startedAt, seatGoneAt);
  }

  @Override
  public Set<PromptId> openPrompts() {
    return startedAt.isPresent() ? Set.of() : changeableBy.stream().collect(Collectors.toSet());
  }

  /** The call to the outside system is about to be made. */
  public AwaitingRevocation started(Instant at) {
    return new AwaitingRevocation(
        file, decided, decider, changeableBy, approvedAt, Optional.of(at), seatGoneAt);
  }

  /** The seat is gone; whether we did it, the read-back will tell. */
  public AwaitingRevocation seatGone(Instant at) {
    return new AwaitingRevocation(
        file, decided, decider, changeableBy, approvedAt, startedAt, Optional.of(at));
  }

  /** It cannot go on without a person. */
  public AttentionRequired failed(String why, String whatToDo) {
    return new AttentionRequired(
        file, AttentionRequired.Trouble.REVOCATION_FAILED, why, whatToDo, Optional.empty());
  }

  /** The question that nobody answered had reached nobody. */
  public AttentionRequired notDelivered(String why, String whatToDo) {
    return new AttentionRequired(
        file, AttentionRequired.Trouble.NOBODY_TO_ASK, why, whatToDo, Optional.empty());
  }

  /** The holder changed their mind to Keep. */
  @Override
  public AwaitingApproval askApprover(Pending approver) {
    return new AwaitingApproval(file.nextRound(), changeableBy, approver);
  }

  AwaitingRevocation wishing(Answer answer) {
    return new AwaitingRevocation(
        file.wishing(answer), decided, decider, changeableBy, approvedAt, startedAt, seatGoneAt);
  }

  /** A person took the seat back by hand, in an application that only a person can reach. */
  public ClosedComplete completeByHand(String note, String proof, Instant at) {
    return ClosedComplete.byHand(file, note, proof, at);
  }

  @Override
  public AttentionRequired noApprover(String why, String whatToDo) {
    return new AttentionRequired(
        file, AttentionRequired.Trouble.NO_APPROVER, why, whatToDo, changeableBy);
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
