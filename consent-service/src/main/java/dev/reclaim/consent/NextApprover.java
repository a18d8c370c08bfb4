package dev.reclaim.consent;

import java.util.Optional;

/** Who decides in the place of an approver who does not: their stand-in, else the next in line. */
final class NextApprover {

  private NextApprover() {}

  static Optional<LineOfApprovers.Approver> insteadOf(
      AwaitingApproval state, Circumstances around) {
    LineOfApprovers line = around.approvers();
    return around
        .approving()
        .insteadOf()
        .apply(state.approver())
        .map(line::asInLine)
        .filter(it -> it.mayStillDecide(state.file()))
        .or(() -> line.next(state.file()))
        .filter(it -> !it.person().id().equals(state.approver()));
  }
}
