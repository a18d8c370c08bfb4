package dev.reclaim.consent;

import dev.reclaim.consent.Decision.NoEffect;
import java.time.Instant;
import java.util.Optional;

/** What it does to a candidate that a question will not reach its reader. */
final class WhatBouncesDo {

  private WhatBouncesDo() {}

  static Decision to(Candidate state, Input.Undeliverable it, Circumstances around, Instant now) {
    Road road = new Road(around, now, Road.US);
    return switch (state) {
      case AwaitingUser asked when asked.prompt().equals(it.prompt()) ->
          road.attention(
              asked.notDelivered(
                  "The question could not be delivered, so silence says nothing: " + it.why(),
                  "Correct the holder's address in the HR data, then resume: they are asked"
                      + " again."));
      case AwaitingApproval approval when approval.prompt().equals(it.prompt()) ->
          next(road, approval.passingOver(), around, it.why());
      case AwaitingRevocation taken when restsOnSilence(taken, it) -> {
        String why = "The question came back undelivered, so the silence said nothing: " + it.why();
        yield road.calledOff(taken, why)
            .attention(
                taken.notDelivered(
                    why,
                    "Correct the holder's address in the HR data, then resume: they are asked"
                        + " again."));
      }
      case AwaitingUser _,
          AwaitingApproval _,
          AttentionRequired _,
          Ready _,
          AwaitingRevocation _,
          Held _,
          ClosedComplete _,
          ClosedSkipped _,
          ClosedCanceled _ ->
          new NoEffect("nobody waits for an answer to this question");
    };
  }

  /** Until the outside system is called; afterwards, the holder can have it back. */
  private static boolean restsOnSilence(AwaitingRevocation state, Input.Undeliverable it) {
    return state.decided() == AwaitingRevocation.Decided.SILENCE
        && state.startedAt().isEmpty()
        && state.changeableBy().equals(Optional.of(it.prompt()));
  }

  private static Decision next(
      Road road, AwaitingApproval state, Circumstances around, String why) {
    return around
        .approvers()
        .next(state.file().passedOver())
        .map(
            next ->
                road.askApprover(
                    state,
                    next,
                    "The one before could not be reached, so the next in line decides."))
        .orElseGet(
            () ->
                road.attention(
                    state.noApprover(
                        "The question to the approver could not be delivered: " + why,
                        "Reassign it to somebody who can be reached.")));
  }
}
