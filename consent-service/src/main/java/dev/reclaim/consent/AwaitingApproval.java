package dev.reclaim.consent;

import dev.reclaim.events.HolderId;
import dev.reclaim.events.PromptId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The approver was asked, and their word decides.
 *
 * @param holderPrompt the holder's question, whose answer may still be changed
 * @param until from this moment on, silence keeps the seat
 */
public record AwaitingApproval(
    CaseFile file,
    Optional<PromptId> holderPrompt,
    HolderId approver,
    PromptId prompt,
    Instant until)
    implements Candidate, Open, MayAskApprover, MayApprove {

  public AwaitingApproval {
    Objects.requireNonNull(file, "file: is missing");
    Objects.requireNonNull(approver, "approver: is missing");
    Objects.requireNonNull(prompt, "prompt: is missing");
    Objects.requireNonNull(until, "until: is missing");
    if (approver.equals(file.holder())) {
      throw new IllegalArgumentException("approver: nobody approves for themselves");
    }
  }

  @Override
  public Optional<Instant> dueAt() {
    return Optional.of(until);
  }

  @Override
  public Set<PromptId> openPrompts() {
    Set<PromptId> open = new HashSet<>(Set.of(prompt));
    holderPrompt.ifPresent(open::add);
    return open;
  }

  /** Somebody else decides. */
  @Override
  public AwaitingApproval askApprover(HolderId other, Instant otherUntil) {
    return new AwaitingApproval(
        file.nextRound(), holderPrompt, other, file.nextPrompt(other), otherUntil);
  }

  @Override
  public AttentionRequired noApprover(String why, String whatToDo) {
    return new AttentionRequired(
        file, AttentionRequired.Trouble.NO_APPROVER, why, whatToDo, holderPrompt);
  }

  @Override
  public AwaitingRevocation approve(
      AwaitingRevocation.Decided decided, Optional<PromptId> changeableBy, Instant at) {
    AwaitingRevocation next = AwaitingRevocation.approved(file, decided, changeableBy, at);
    return decided == AwaitingRevocation.Decided.APPROVER ? next.decidedBy(approver) : next;
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
