package dev.reclaim.consent;

import dev.reclaim.events.HolderId;
import dev.reclaim.events.PromptId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * On the desk, and nobody is asked yet.
 *
 * @param why what it waits for
 * @param askFrom when it goes on by itself; empty when it waits for something else than time
 */
public record Ready(CaseFile file, String why, Optional<Instant> askFrom)
    implements Candidate, Open, MayApprove {

  public Ready {
    Objects.requireNonNull(file, "file: is missing");
    Objects.requireNonNull(askFrom, "askFrom: is missing");
  }

  @Override
  public Optional<Instant> dueAt() {
    return askFrom;
  }

  public AwaitingUser askHolder(HolderId asked, Instant until) {
    return new AwaitingUser(file.nextRound(), asked, file.nextPrompt(asked), until);
  }

  /** There is nobody who could be asked. */
  public AttentionRequired nobodyToAsk(String why, String whatToDo) {
    return new AttentionRequired(
        file, AttentionRequired.Trouble.NOBODY_TO_ASK, why, whatToDo, Optional.empty());
  }

  public Ready snooze(String why, Instant until) {
    return new Ready(file, why, Optional.of(until));
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
