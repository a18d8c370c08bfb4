package dev.reclaim.consent;

import static dev.reclaim.events.ConsentEvent.CandidateClosed.Outcome.COMPLETE;
import static dev.reclaim.events.ConsentEvent.CandidateClosed.Outcome.SKIPPED;

import dev.reclaim.consent.AttentionRequired.Trouble;
import dev.reclaim.consent.AwaitingRevocation.Decided;
import dev.reclaim.consent.Decision.Moved;
import dev.reclaim.consent.Decision.NoEffect;
import dev.reclaim.events.Answer;
import dev.reclaim.events.Handling;
import java.time.Instant;
import java.util.Optional;

/** What people of operations may do, and what they may not. */
final class WhatOperatorsDo {

  private final Candidate state;
  private final Circumstances around;
  private final Instant now;
  private final Road road;

  private WhatOperatorsDo(Candidate state, Input.Order order, Circumstances around, Instant now) {
    this.state = state;
    this.around = around;
    this.now = now;
    this.road = new Road(around, now, order.actor());
  }

  static Decision to(Candidate state, Input.Order order, Circumstances around, Instant now) {
    WhatOperatorsDo operators = new WhatOperatorsDo(state, order, around, now);
    if (operators.isTheirOwn(order)) {
      return new NoEffect("It is your own seat; somebody else of operations decides about it.");
    }
    return switch (order) {
      case Input.Reclaim it -> operators.reclaim(it);
      case Input.Resume it -> operators.resume(it);
      case Input.Skip it -> operators.skip(it);
      case Input.CloseComplete it -> operators.closeComplete(it);
      case Input.Snooze it -> operators.snooze(it);
      case Input.Reassign it -> operators.reassign(it);
    };
  }

  /** Sets it on its road; the people on that road are still asked. */
  private Decision reclaim(Input.Reclaim it) {
    String why = said(it.by() + " started the reclamation", it.reason());
    return switch (state) {
      case Ready ready -> start(ready.requestedBy(it.by(), why), why);
      case AttentionRequired attention when isParked() ->
          parked(attention.requestedBy(it.by()), why);
      case AttentionRequired attention -> repair(attention.requestedBy(it.by()), why);
      case Held held -> new NoEffect("A hold stands in the way: " + held.why());
      case AwaitingUser _ -> new NoEffect("The holder is being asked; their answer decides.");
      case AwaitingApproval _ -> new NoEffect("The approver is being asked; their word decides.");
      case AwaitingRevocation _ -> new NoEffect("It is approved already.");
      case ClosedComplete _, ClosedSkipped _, ClosedCanceled _ -> closed();
    };
  }

  /** What the holder wishes to keep is taken on an approver's word alone. */
  private Decision parked(AttentionRequired it, String why) {
    road.said(Road.ready(it.repaired(why), road.by())).ground("operator", why);
    return it.file().wish().equals(Optional.of(Answer.KEEP))
        ? unlessStillStuck(road.askApprover(it, why))
        : road.agreed(road, it, Decided.OPERATOR, Optional.empty(), why);
  }

  private Decision resume(Input.Resume it) {
    String why = said(it.by() + " resumed it", it.reason());
    return switch (state) {
      case AttentionRequired attention -> repair(attention, why);
      case Held _ when around.policy().holds().get().any() ->
          new NoEffect("A hold stands in the way; lift it first.");
      case Held held -> start(held.lifted(why), why);
      case Ready _, AwaitingUser _, AwaitingApproval _, AwaitingRevocation _ ->
          new NoEffect("It is on its way; there is nothing to resume.");
      case ClosedComplete _, ClosedSkipped _, ClosedCanceled _ -> closed();
    };
  }

  private Decision start(Ready ready, String why) {
    return ready.file().handling().mode() == Handling.Mode.OBSERVE
        ? new NoEffect("The rule only observes; let it ask or enforce, and it goes on.")
        : unlessStillStuck(road.ground("operator", why).start(ready, Decided.OPERATOR, why));
  }

  private Decision repair(AttentionRequired it, String why) {
    return switch (it.trouble()) {
      case NOBODY_TO_ASK, NO_CAMPAIGN, PARKED ->
          unlessStillStuck(road.start(it.repaired(why), Decided.OPERATOR, why));
      case NO_APPROVER -> unlessStillStuck(road.askApprover(it.passingOverNobody(), why));
      case REVOCATION_FAILED ->
          road.said(Road.ready(it.repaired(why), road.by()))
              .ground("operator", why)
              .approve(it, Decided.OPERATOR, Optional.empty(), why);
    };
  }

  private static Decision unlessStillStuck(Moved tried) {
    return tried.next() instanceof AttentionRequired still
        ? new NoEffect(still.why() + " " + still.whatToDo())
        : tried;
  }

  private static String said(String sentence, Optional<String> reason) {
    return reason.map(it -> sentence + ": " + it).orElse(sentence + ".");
  }

  /** Nobody of operations lets their own seat be kept, or calls it taken. */
  private boolean isTheirOwn(Input.Order order) {
    boolean theirs =
        around.holder().filter(it -> Names.answersTo(it, order.by())).isPresent()
            || around.asked().filter(it -> Names.answersTo(it, order.by())).isPresent();
    return theirs
        && switch (order) {
          case Input.Skip _, Input.Snooze _, Input.CloseComplete _, Input.Reassign _ -> true;
          case Input.Reclaim _ -> isParked();
          case Input.Resume _ -> false;
        };
  }

  /** There, an operator's word takes the seat. */
  private boolean isParked() {
    return state instanceof AttentionRequired it && it.trouble() == Trouble.PARKED;
  }

  private Decision skip(Input.Skip it) {
    String why = it.by() + " skipped it: " + it.reason();
    return switch (state) {
      case Open open ->
          road.calledOff(state, why)
              .closed(open.skip(ClosedSkipped.Cause.OPERATOR, why, now), SKIPPED, why);
      case ClosedComplete _, ClosedSkipped _, ClosedCanceled _ -> closed();
    };
  }

  private Decision closeComplete(Input.CloseComplete it) {
    boolean unknown = around.policy().application().isEmpty();
    boolean connected = !unknown && !around.policy().byHandOnly();
    String why = it.by() + " took the seat back by hand: " + it.note();
    return switch (state) {
      case AttentionRequired _, AwaitingRevocation _ when unknown ->
          new NoEffect(
              "This application is not defined, so nobody knows whether only a person can reach"
                  + " it. Define it first.");
      case AttentionRequired _, AwaitingRevocation _ when connected ->
          new NoEffect(
              "This application has a connection. It closes when a read-back proves that the seat"
                  + " is free.");
      case AttentionRequired attention when attention.trouble() == Trouble.REVOCATION_FAILED ->
          road.closed(attention.completeByHand(why, it.proof(), now), COMPLETE, why);
      case AwaitingRevocation approved ->
          road.calledOff(state, why)
              .closed(approved.completeByHand(why, it.proof(), now), COMPLETE, why);
      case AttentionRequired _, Ready _, AwaitingUser _, AwaitingApproval _, Held _ ->
          new NoEffect("Nobody has decided yet that the seat is released.");
      case ClosedComplete _, ClosedSkipped _, ClosedCanceled _ -> closed();
    };
  }

  private Decision snooze(Input.Snooze it) {
    if (!it.until().isAfter(now)) {
      return new NoEffect("The time to wait until is in the past.");
    }
    String why = said(it.by() + " put it off", it.reason());
    return switch (state) {
      case Ready ready -> snoozed(ready.snooze(why, it.until()));
      case AwaitingUser asked -> snoozed(asked.snooze(why, it.until()));
      case AttentionRequired attention when attention.trouble() == Trouble.NOBODY_TO_ASK ->
          snoozed(attention.snooze(why, it.until()));
      case AttentionRequired _ ->
          new NoEffect("The holder has answered; putting it off would ask them again.");
      case AwaitingApproval _ -> new NoEffect("The approver is being asked; reassign it instead.");
      case AwaitingRevocation _ -> new NoEffect("It is approved already; skip it instead.");
      case Held _ -> new NoEffect("It is held anyway.");
      case ClosedComplete _, ClosedSkipped _, ClosedCanceled _ -> closed();
    };
  }

  private Decision snoozed(Ready ready) {
    return road.ready(ready);
  }

  private Decision reassign(Input.Reassign it) {
    Optional<String> no = whyNot(it);
    if (no.isPresent()) {
      return new NoEffect(no.get());
    }
    String why = said(it.by() + " asked " + it.approver().name() + " to decide", it.reason());
    LineOfApprovers.Approver next =
        new LineOfApprovers.Approver(
            it.approver(), "by order", around.approving().hears().from(it.approver()));
    return switch (state) {
      case AwaitingApproval approval when approval.approver().equals(it.approver().id()) ->
          new NoEffect(it.approver().name() + " is being asked already.");
      case AwaitingApproval approval -> road.askApprover(approval, next, why);
      case AttentionRequired attention when attention.trouble() == Trouble.NO_APPROVER ->
          road.askApprover(attention, next, why);
      case AttentionRequired _, Ready _, AwaitingUser _, AwaitingRevocation _, Held _ ->
          new NoEffect("No approver is asked at the moment.");
      case ClosedComplete _, ClosedSkipped _, ClosedCanceled _ -> closed();
    };
  }

  private Optional<String> whyNot(Input.Reassign it) {
    return Names.answersTo(it.approver(), it.by())
        ? Optional.of("Who starts a reclamation does not decide it.")
        : around.approvers().whyNot(it.approver(), state.file());
  }

  private static NoEffect closed() {
    return new NoEffect("It is closed.");
  }
}
