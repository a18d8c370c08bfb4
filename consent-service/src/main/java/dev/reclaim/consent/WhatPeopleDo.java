package dev.reclaim.consent;

import dev.reclaim.consent.Decision.Moved;
import dev.reclaim.consent.Decision.NoEffect;
import dev.reclaim.events.Holder;
import java.time.Instant;

/** What a changed profile does: the holder's own, or that of the one who was asked. */
final class WhatPeopleDo {

  private WhatPeopleDo() {}

  static Decision to(
      Candidate state, Input.HolderChanged changed, Circumstances around, Instant now) {
    Road road = new Road(around, now, Road.US);
    return switch (state) {
      case AttentionRequired it -> repaired(road, it, around);
      case Ready it -> back(road, it, around);
      case AwaitingUser it
          when it.asked().equals(changed.who()) && changed.status() == Holder.Status.LEFT ->
          road.askApprover(it, "The holder has left without an answer, so the approver decides.");
      case AwaitingApproval it
          when it.approver().equals(changed.who()) && changed.status() != Holder.Status.ACTIVE ->
          road.askApprover(it, "The approver is not at work, so the next one decides.");
      case AwaitingUser _,
          AwaitingApproval _,
          AwaitingRevocation _,
          Held _,
          ClosedComplete _,
          ClosedSkipped _,
          ClosedCanceled _ ->
          new NoEffect("it does not depend on this person's profile");
    };
  }

  /** Moves on what only lacked a person; a failed revocation lacks something else. */
  private static Decision repaired(Road road, AttentionRequired state, Circumstances around) {
    return switch (state.trouble()) {
      case NOBODY_TO_ASK -> {
        Moved tried =
            road.ask(state.repaired("Whom to ask is known now."), "Whom to ask is known now.");
        yield tried.next() instanceof AttentionRequired
            ? new NoEffect("there is still nobody to ask")
            : tried;
      }
      case NO_APPROVER ->
          around.approver() instanceof ApproverChoice.Somebody
              ? road.askApprover(state, "Who decides is known now.")
              : new NoEffect("there is still nobody who may decide");
      case PARKED -> new NoEffect("an operator decides, whatever the profile says");
      case REVOCATION_FAILED -> new NoEffect("what failed does not depend on a person's profile");
    };
  }

  private static Decision back(Road road, Ready state, Circumstances around) {
    boolean away =
        around.asked().map(asked -> asked.status() == Holder.Status.ON_LEAVE).orElse(false);
    return state.askFrom().isPresent() || away
        ? new NoEffect("it waits for something else")
        : road.ask(state, "The holder is back.");
  }
}
