package dev.reclaim.consent;

import dev.reclaim.consent.Decision.NoEffect;
import dev.reclaim.events.Holder;
import java.time.Instant;
import java.util.Optional;

/** What it does to a candidate that a question will not reach its reader. */
final class WhatBouncesDo {

  private static final String CORRECT_IT =
      "Correct the holder's address in the HR data, then resume: they are asked again.";

  private WhatBouncesDo() {}

  static Decision to(Candidate state, Input.Undeliverable it, Circumstances around, Instant now) {
    Road road = new Road(around, now, Road.US);
    return switch (state) {
      case AwaitingUser asked when asked.prompt().equals(it.prompt()) ->
          road.attention(
              asked.notDelivered(
                  "The question could not be delivered, so silence says nothing: " + it.why(),
                  CORRECT_IT));
      case AwaitingApproval approval when approval.prompt().equals(it.prompt()) ->
          next(road, approval.passingOver(), around, it.why());
      case AwaitingApproval approval when holderWasSilent(approval, it, around) ->
          road.attention(
              approval.nobodyToAsk(
                  "The holder's question came back undelivered, so the silence said nothing: "
                      + it.why(),
                  CORRECT_IT));
      case AwaitingRevocation taken when restsOnSilence(taken, it) -> {
        String why = "The question came back undelivered, so the silence said nothing: " + it.why();
        yield road.calledOff(taken, why).attention(taken.notDelivered(why, CORRECT_IT));
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

  /** Whoever has left gets no mail any more; that the approver decides does not rest on it. */
  private static boolean holderWasSilent(
      AwaitingApproval state, Input.Undeliverable it, Circumstances around) {
    boolean left = around.asked().filter(who -> who.status() == Holder.Status.LEFT).isPresent();
    return state.restsOnSilence() && state.holderPrompt().equals(Optional.of(it.prompt())) && !left;
  }

  private static Decision next(
      Road road, AwaitingApproval state, Circumstances around, String why) {
    return around
        .approvers()
        .next(state.file())
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
