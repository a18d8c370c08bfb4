package dev.reclaim.consent;

import dev.reclaim.consent.AttentionRequired.Trouble;
import dev.reclaim.consent.AwaitingRevocation.Decided;
import dev.reclaim.consent.Decision.Moved;
import dev.reclaim.consent.Decision.NoEffect;
import java.time.Instant;

/** What new policy does: it sets going what only lacked its words, or somebody to decide. */
final class WhatPolicyDoes {

  private WhatPolicyDoes() {}

  static Decision application(Candidate state, Circumstances around, Instant now) {
    return switch (state) {
      case AttentionRequired it when it.trouble() == Trouble.NO_APPROVER ->
          new Road(around, now, Road.US).tryApprover(it);
      case AttentionRequired _,
          Ready _,
          AwaitingUser _,
          AwaitingApproval _,
          AwaitingRevocation _,
          Held _,
          ClosedComplete _,
          ClosedSkipped _,
          ClosedCanceled _ ->
          new NoEffect("it does not wait for the application's owner");
    };
  }

  static Decision campaign(Candidate state, Circumstances around, Instant now) {
    return switch (state) {
      case AttentionRequired it when it.trouble() == Trouble.NO_CAMPAIGN -> {
        String why = "The campaign asks now.";
        Moved tried = new Road(around, now, Road.US).start(it.repaired(why), Decided.RULE, why);
        yield tried.next() instanceof AttentionRequired
            ? new NoEffect("the campaign still asks nobody")
            : tried;
      }
      case AttentionRequired _,
          Ready _,
          AwaitingUser _,
          AwaitingApproval _,
          AwaitingRevocation _,
          Held _,
          ClosedComplete _,
          ClosedSkipped _,
          ClosedCanceled _ ->
          new NoEffect("it does not wait for a campaign");
    };
  }
}
