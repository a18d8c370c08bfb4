package dev.reclaim.consent;

import dev.reclaim.events.Answer;
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
 * @param pending the approver's answer; after their silence the next in line is asked
 */
public record AwaitingApproval(CaseFile file, Optional<PromptId> holderPrompt, Pending pending)
    implements Candidate, Open, MayAskApprover, MayApprove {

  public AwaitingApproval {
    Objects.requireNonNull(file, "file: is missing");
    Objects.requireNonNull(pending, "pending: is missing");
    if (pending.who().equals(file.holder())) {
      throw new IllegalArgumentException("approver: nobody approves for themselves");
    }
  }

  public HolderId approver() {
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
    Set<PromptId> open = new HashSet<>(Set.of(pending.prompt()));
    holderPrompt.ifPresent(open::add);
    return open;
  }

  /** Somebody else decides. */
  @Override
  public AwaitingApproval askApprover(Pending other) {
    return new AwaitingApproval(file.nextRound(), holderPrompt, other);
  }

  /** The approver is told once more. */
  public AwaitingApproval remind(Instant now) {
    return new AwaitingApproval(file, holderPrompt, pending.reminded(now));
  }

  /** There is more time to answer. */
  AwaitingApproval lasting(Instant until) {
    return new AwaitingApproval(file, holderPrompt, pending.lasting(until));
  }

  /** The question leaves later than was thought, and the time to answer begins when it does. */
  AwaitingApproval leaving(Pending later) {
    return new AwaitingApproval(file, holderPrompt, later);
  }

  /** The holder was asked, and has said nothing. */
  boolean restsOnSilence() {
    return holderPrompt.isPresent() && file.wish().isEmpty();
  }

  AwaitingApproval passingOver() {
    return new AwaitingApproval(file.passingOver(approver()), holderPrompt, pending);
  }

  AwaitingApproval wishing(Answer answer) {
    return new AwaitingApproval(file.wishing(answer), holderPrompt, pending);
  }

  /** The holder is away; all is asked again when they are back. */
  public Ready away(String why) {
    return Ready.untilBack(file.afresh(), why);
  }

  /** Somebody else answers for the holder now. */
  public Ready askAgain(String why) {
    return Ready.now(file.afresh(), why);
  }

  /** Nobody answers for the holder any more, or the question never reached them. */
  public AttentionRequired nobodyToAsk(String why, String whatToDo) {
    return new AttentionRequired(
        file, AttentionRequired.Trouble.NOBODY_TO_ASK, why, whatToDo, Optional.empty());
  }

  /** Nobody in line answered, and the rule leaves it to people. */
  public AttentionRequired park(String why, String whatToDo) {
    return new AttentionRequired(
        file, AttentionRequired.Trouble.PARKED, why, whatToDo, holderPrompt);
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
    return decided == AwaitingRevocation.Decided.APPROVER ? next.decidedBy(approver()) : next;
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
