package dev.reclaim.consent;

import dev.reclaim.events.HolderId;
import java.time.Instant;

/** States from which the approver can be asked. */
sealed interface MayAskApprover
    permits AttentionRequired, AwaitingUser, AwaitingApproval, AwaitingRevocation {

  CaseFile file();

  AwaitingApproval askApprover(HolderId approver, Instant until);

  /** There is nobody who may decide. */
  AttentionRequired noApprover(String why, String whatToDo);
}
