package dev.reclaim.consent;

import dev.reclaim.events.HolderId;
import dev.reclaim.events.PromptId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The holder was asked: Keep or Release.
 *
 * @param asked the holder, or who answers for a non-human one
 * @param until from this moment on, silence is the answer
 */
public record AwaitingUser(CaseFile file, HolderId asked, PromptId prompt, Instant until)
    implements Candidate, Open, MayAskApprover, MayApprove {

  public AwaitingUser {
    Objects.requireNonNull(file, "file: is missing");
    Objects.requireNonNull(asked, "asked: is missing");
    Objects.requireNonNull(prompt, "prompt: is missing");
    Objects.requireNonNull(until, "until: is missing");
  }

  @Override
  public Optional<Instant> dueAt() {
    return Optional.of(until);
  }

  @Override
  public Set<PromptId> openPrompts() {
    return Set.of(prompt);
  }

  @Override
  public AwaitingApproval askApprover(HolderId approver, Instant approverUntil) {
    return new AwaitingApproval(
        file.nextRound(), Optional.of(prompt), approver, file.nextPrompt(approver), approverUntil);
  }

  @Override
  public AttentionRequired noApprover(String why, String whatToDo) {
    return new AttentionRequired(
        file, AttentionRequired.Trouble.NO_APPROVER, why, whatToDo, Optional.of(prompt));
  }

  /** The question never reached anybody, so silence says nothing. */
  public AttentionRequired notDelivered(String why, String whatToDo) {
    return new AttentionRequired(
        file, AttentionRequired.Trouble.NOBODY_TO_ASK, why, whatToDo, Optional.empty());
  }

  /** Nobody answered, and the rule leaves it to people. */
  public AttentionRequired park(String why, String whatToDo) {
    return new AttentionRequired(
        file, AttentionRequired.Trouble.PARKED, why, whatToDo, Optional.of(prompt));
  }

  /** The holder is away; the question comes again when they are back. */
  public Ready away(String why) {
    return new Ready(file, why, Optional.empty());
  }

  public Ready snooze(String why, Instant askAgainFrom) {
    return new Ready(file, why, Optional.of(askAgainFrom));
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
