package dev.reclaim.consent;

import dev.reclaim.consent.AwaitingRevocation.Decided;
import dev.reclaim.consent.Decision.Moved;
import dev.reclaim.consent.Decision.NoEffect;
import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import java.time.Instant;

/** What a changed profile does: the holder's own, or that of the one who was asked. */
final class WhatPeopleDo {

  private WhatPeopleDo() {}

  static Decision to(
      Candidate state, Input.HolderChanged changed, Circumstances around, Instant now) {
    Road road = new Road(around, now, Road.US);
    return switch (state) {
      case AttentionRequired it -> repaired(road, it, changed.who());
      case Ready it -> back(road, it, around);
      case AwaitingUser it ->
          new StillAnswers(road, around)
              .otherwise(it)
              .<Decision>map(moved -> moved)
              .orElseGet(() -> whileAsked(road, it, changed));
      case AwaitingApproval it
          when it.approver().equals(changed.who()) && changed.status() != Holder.Status.ACTIVE ->
          notAtWork(road, it, around);
      case AwaitingApproval _,
          AwaitingRevocation _,
          Held _,
          ClosedComplete _,
          ClosedSkipped _,
          ClosedCanceled _ ->
          new NoEffect("it does not depend on this person's profile");
    };
  }

  private static Moved notAtWork(Road road, AwaitingApproval state, Circumstances around) {
    String why = "The approver is not at work, so the next one decides.";
    return NextApprover.insteadOf(state, around)
        .map(next -> road.askApprover(state, next, why))
        .orElseGet(() -> road.askApprover(state, why));
  }

  private static Decision whileAsked(Road road, AwaitingUser state, Input.HolderChanged changed) {
    if (!state.asked().equals(changed.who())) {
      return new NoEffect("it does not depend on this person's profile");
    }
    return switch (changed.status()) {
      case ACTIVE -> new NoEffect("they are asked already");
      case ON_LEAVE ->
          road.ready(state.away("The holder is on leave and is asked again when they are back."));
      case LEFT ->
          road.askApprover(
              state, "The holder has left without an answer, so the approver decides.");
    };
  }

  /** Moves on what only lacked a person; a failed revocation lacks something else. */
  private static Decision repaired(Road road, AttentionRequired state, HolderId changed) {
    return switch (state.trouble()) {
      case NOBODY_TO_ASK -> {
        String why = "Whom to ask is known now.";
        Moved tried = road.start(state.repaired(why), Decided.RULE, why);
        yield tried.next() instanceof AttentionRequired
            ? new NoEffect("there is still nobody to ask")
            : tried;
      }
      // They may be reached now, although an earlier question came back.
      case NO_APPROVER -> road.tryApprover(state.notPassingOver(changed));
      case NO_CAMPAIGN -> new NoEffect("what is missing is a campaign, not a person");
      case PARKED -> new NoEffect("an operator decides, whatever the profile says");
      case REVOCATION_FAILED -> new NoEffect("what failed does not depend on a person's profile");
    };
  }

  private static Decision back(Road road, Ready state, Circumstances around) {
    boolean away =
        around.asked().map(asked -> asked.status() == Holder.Status.ON_LEAVE).orElse(false);
    return state.waitsFor() != Ready.WaitsFor.HOLDER_BACK || away
        ? new NoEffect("it waits for something else")
        : road.start(state, Decided.RULE, "The holder is back.");
  }
}
