package dev.reclaim.consent;

import dev.reclaim.consent.Decision.NoEffect;
import java.time.Instant;

/** What a stand-in does to a question that waits for the one in whose place they decide. */
final class WhatStandInsDo {

  private WhatStandInsDo() {}

  static Decision to(Candidate state, Input.StandInBegins it, Circumstances around, Instant now) {
    return switch (state) {
      case AwaitingApproval approval when approval.approver().equals(it.forWhom()) ->
          handOver(approval, around, now);
      case AttentionRequired attention
          when attention.trouble() == AttentionRequired.Trouble.NO_APPROVER
              && around.approvers().next(attention.file()).isPresent() ->
          new Road(around, now, Road.US)
              .askApprover(attention, "Somebody stands in now who may decide.");
      case AttentionRequired _,
          Ready _,
          AwaitingUser _,
          AwaitingApproval _,
          AwaitingRevocation _,
          Held _,
          ClosedComplete _,
          ClosedSkipped _,
          ClosedCanceled _ ->
          new NoEffect("it does not wait for this person");
    };
  }

  private static Decision handOver(AwaitingApproval approval, Circumstances around, Instant now) {
    return NextApprover.insteadOf(approval, around)
        .<Decision>map(
            next ->
                new Road(around, now, Road.US)
                    .askApprover(
                        approval, next, next.person().name() + " decides now, " + next.as() + "."))
        .orElseGet(() -> new NoEffect("whoever stands in may not decide about this seat"));
  }
}
