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
 * A person of operations has to look: it cannot go on by itself.
 *
 * @param trouble what is missing; it decides where the road goes on
 * @param why as a sentence
 * @param whatToDo the next step, as a sentence
 * @param holderPrompt the holder's question, whose answer may still be changed
 */
public record AttentionRequired(
    CaseFile file, Trouble trouble, String why, String whatToDo, Optional<PromptId> holderPrompt)
    implements Candidate, Open, MayAskApprover, MayApprove {

  /** What stands in the way. */
  public enum Trouble {
    /** The holder is unknown, has no address, or the question never reached them. */
    NOBODY_TO_ASK,
    NO_APPROVER,
    /** The campaign that the rule names is not there, or asks nobody. */
    NO_CAMPAIGN,
    /** Nobody answered, and the rule leaves it to people. */
    PARKED,
    REVOCATION_FAILED
  }

  public AttentionRequired {
    Objects.requireNonNull(file, "file: is missing");
    Objects.requireNonNull(trouble, "trouble: is missing");
  }

  @Override
  public Set<PromptId> openPrompts() {
    return holderPrompt.stream().collect(Collectors.toSet());
  }

  /** What was missing is there now. */
  public Ready repaired(String why) {
    return Ready.now(file, why);
  }

  public Ready snooze(String why, Instant until) {
    return Ready.until(file, why, until);
  }

  @Override
  public AwaitingApproval askApprover(Pending approver) {
    return new AwaitingApproval(file.nextRound(), holderPrompt, approver);
  }

  /** An operator sets it going again; whoever was passed over may be asked again. */
  AttentionRequired requestedBy(String login) {
    return on(file.requestedBy(login).passingOverNobody());
  }

  AttentionRequired passingOverNobody() {
    return on(file.passingOverNobody());
  }

  /** Something new is known of this approver. */
  AttentionRequired notPassingOver(HolderId approver) {
    return on(file.notPassingOver(approver));
  }

  private AttentionRequired on(CaseFile next) {
    return new AttentionRequired(next, trouble, why, whatToDo, holderPrompt);
  }

  AttentionRequired wishing(Answer answer) {
    return on(file.wishing(answer));
  }

  @Override
  public AttentionRequired noApprover(String why, String whatToDo) {
    return new AttentionRequired(file, Trouble.NO_APPROVER, why, whatToDo, holderPrompt);
  }

  @Override
  public AwaitingRevocation approve(
      AwaitingRevocation.Decided decided, Optional<PromptId> changeableBy, Instant at) {
    return AwaitingRevocation.approved(file, decided, changeableBy, at);
  }

  /** A person took the seat back by hand, in an application that only a person can reach. */
  public ClosedComplete completeByHand(String note, String proof, Instant at) {
    return ClosedComplete.byHand(file, note, proof, at);
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
