package dev.reclaim.consent;

import dev.reclaim.events.Answer;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.PromptId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The holder was asked: Keep or Release.
 *
 * @param pending the holder's answer, or that of who answers for a non-human one
 */
public record AwaitingUser(CaseFile file, Pending pending)
    implements Candidate, Open, MayAskApprover, MayApprove {

  public AwaitingUser {
    Objects.requireNonNull(file, "file: is missing");
    Objects.requireNonNull(pending, "pending: is missing");
  }

  public HolderId asked() {
    return pending.who();
  }

  public PromptId prompt() {
    return pending.prompt();
  }

  public Instant until() {
    return pending.until();
  }

  @Override
  public Optional<Instant> dueAt() {
    return Optional.of(pending.until());
  }

  @Override
  public Optional<Instant> wakeAt() {
    return Optional.of(pending.wakeAt());
  }

  @Override
  public Set<PromptId> openPrompts() {
    return Set.of(pending.prompt());
  }

  @Override
  public AwaitingApproval askApprover(Pending approver) {
    return new AwaitingApproval(file.nextRound(), Optional.of(prompt()), approver);
  }

  /** The holder is told once more. */
  public AwaitingUser remind(Instant now) {
    return new AwaitingUser(file, pending.reminded(now));
  }

  /** There is more time to answer. */
  AwaitingUser lasting(Instant until) {
    return new AwaitingUser(file, pending.lasting(until));
  }

  /** The question leaves later than was thought, and the time to answer begins when it does. */
  AwaitingUser leaving(Pending later) {
    return new AwaitingUser(file, later);
  }

  AwaitingUser wishing(Answer answer) {
    return new AwaitingUser(file.wishing(answer), pending);
  }

  @Override
  public AttentionRequired noApprover(String why, String whatToDo) {
    return new AttentionRequired(
        file, AttentionRequired.Trouble.NO_APPROVER, why, whatToDo, Optional.of(prompt()));
  }

  /** Nobody answers for the holder any more. */
  public AttentionRequired nobodyToAsk(String why, String whatToDo) {
    return new AttentionRequired(
        file, AttentionRequired.Trouble.NOBODY_TO_ASK, why, whatToDo, Optional.empty());
  }

  /** The question never reached anybody, so silence says nothing. */
  public AttentionRequired notDelivered(String why, String whatToDo) {
    return new AttentionRequired(
        file, AttentionRequired.Trouble.NOBODY_TO_ASK, why, whatToDo, Optional.empty());
  }

  /** Nobody answered, and the rule leaves it to people. */
  public AttentionRequired park(String why, String whatToDo) {
    return new AttentionRequired(
        file, AttentionRequired.Trouble.PARKED, why, whatToDo, Optional.of(prompt()));
  }

  /** The holder is away; the question comes again when they are back. */
  public Ready away(String why) {
    return Ready.untilBack(file, why);
  }

  /** Somebody else answers for the holder now. */
  public Ready askAgain(String why) {
    return Ready.now(file.afresh(), why);
  }

  public Ready snooze(String why, Instant askAgainFrom) {
    return Ready.until(file, why, askAgainFrom);
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
  public Held hold(String why, Optional<Instant> ends) {
    return new Held(file, why, ends);
  }
}
