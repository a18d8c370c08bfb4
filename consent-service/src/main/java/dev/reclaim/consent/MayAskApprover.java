package dev.reclaim.consent;

/** States from which the approver can be asked. */
sealed interface MayAskApprover
    permits AttentionRequired, Ready, AwaitingUser, AwaitingApproval, AwaitingRevocation {

  CaseFile file();

  AwaitingApproval askApprover(Pending approver);

  /** There is nobody who may decide. */
  AttentionRequired noApprover(String why, String whatToDo);
}
