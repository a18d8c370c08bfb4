package dev.reclaim.consent;

import static dev.reclaim.events.ConsentEvent.CandidateClosed.Outcome.SKIPPED;

import dev.reclaim.consent.AwaitingRevocation.Decided;
import dev.reclaim.consent.Decision.Moved;
import dev.reclaim.consent.Decision.NoEffect;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Holder;
import java.time.Instant;
import java.util.Optional;

/** What a deadline does that passed without a word. */
final class WhatTimeDoes {

  private WhatTimeDoes() {}

  static Decision to(Candidate state, Circumstances around, Instant now) {
    if (state.dueAt().isEmpty() || state.dueAt().get().isAfter(now)) {
      return new NoEffect("nothing is due");
    }
    Road road = new Road(around, now, Road.US);
    return switch (state) {
      case Ready it -> goOn(road, it, "The time to wait is over.");
      case Held it -> goOn(road, it.lifted("The hold has ended."), "The hold has ended.");
      case AwaitingUser it -> silence(road, it, around, now);
      case AwaitingApproval it -> {
        String why = "The approver did not answer in time, so the seat is kept.";
        yield road.closed(it.skip(ClosedSkipped.Cause.KEPT, why, now), SKIPPED, why);
      }
      case AttentionRequired _,
          AwaitingRevocation _,
          ClosedComplete _,
          ClosedSkipped _,
          ClosedCanceled _ ->
          new NoEffect("nothing is due");
    };
  }

  /** From the desk onto the road that the rule wants. */
  static Moved goOn(Road road, Ready ready, String why) {
    return switch (ready.file().handling().asking().ask()) {
      case Handling.Ask.HOLDER -> road.ask(ready, why);
      case Handling.Ask.NOBODY ->
          road.said(Road.ready(ready, Road.US)).approve(ready, Decided.RULE, Optional.empty(), why);
    };
  }

  private static Decision silence(
      Road road, AwaitingUser state, Circumstances around, Instant now) {
    if (!around.delivered()) {
      return road.attention(
          state.notDelivered(
              "The question did not leave the house in time, so silence says nothing.",
              "Look after the mail server, then resume: the holder is asked again."));
    }
    Holder.Status status = around.asked().map(Holder::status).orElse(Holder.Status.ACTIVE);
    if (status == Holder.Status.ON_LEAVE) {
      Ready away = state.away("The holder is on leave and is asked again when they are back.");
      return road.moved(away, Road.ready(away, Road.US));
    }
    return switch (state.file().handling().asking().silence()) {
      case RELEASE ->
          road.ground("silence", "The holder did not answer in time, which means Release.")
              .approve(
                  state,
                  Decided.SILENCE,
                  Optional.of(state.prompt()),
                  "The holder did not answer in time, which means Release.");
      case KEEP -> {
        String why = "The holder did not answer in time, which means Keep.";
        yield road.closed(state.skip(ClosedSkipped.Cause.KEPT, why, now), SKIPPED, why);
      }
      case ASK_APPROVER ->
          road.askApprover(state, "The holder did not answer in time, so the approver decides.");
      case PARK ->
          road.attention(
              state.park(
                  "The holder did not answer in time, and the rule leaves it to people.",
                  "Reclaim it, skip it, or resume: then the holder is asked once more."));
    };
  }
}
