package dev.reclaim.consent;

import dev.reclaim.events.PromptId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One seat that a rule found, and how far it has come. Each state holds only what is true in it,
 * and has a method for each way out; what has no method cannot happen.
 */
public sealed interface Candidate
    permits AttentionRequired,
        Ready,
        AwaitingUser,
        AwaitingApproval,
        AwaitingRevocation,
        Held,
        ClosedComplete,
        ClosedSkipped,
        ClosedCanceled {

  CaseFile file();

  /** When something has to happen although nobody says a word. */
  default Optional<Instant> dueAt() {
    return Optional.empty();
  }

  /** When the clock looks next: at the deadline, or at a reminder before it. */
  default Optional<Instant> wakeAt() {
    return dueAt();
  }

  /** The questions to which an answer still counts. */
  default Set<PromptId> openPrompts() {
    return Set.of();
  }
}
