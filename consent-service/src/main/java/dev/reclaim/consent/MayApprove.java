package dev.reclaim.consent;

import dev.reclaim.events.PromptId;
import java.time.Instant;
import java.util.Optional;

/** States from which the seat may be taken back. */
sealed interface MayApprove permits AttentionRequired, Ready, AwaitingUser, AwaitingApproval {

  CaseFile file();

  /**
   * Nobody has to be asked any more.
   *
   * @param changeableBy the question whose answer led here and may still be changed
   */
  AwaitingRevocation approve(
      AwaitingRevocation.Decided decided, Optional<PromptId> changeableBy, Instant at);
}
