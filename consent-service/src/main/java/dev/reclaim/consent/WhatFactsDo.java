package dev.reclaim.consent;

import static dev.reclaim.events.ConsentEvent.CandidateClosed.Outcome.CANCELED;
import static dev.reclaim.events.ConsentEvent.CandidateClosed.Outcome.COMPLETE;
import static dev.reclaim.events.ConsentEvent.CandidateClosed.Outcome.SKIPPED;

import dev.reclaim.consent.ClosedSkipped.Cause;
import dev.reclaim.consent.Decision.NoEffect;
import dev.reclaim.consent.Decision.TooEarly;
import dev.reclaim.events.ConsentEvent.CandidateHeld;
import java.time.Instant;
import java.util.Optional;

/** What news from other services does to a candidate. */
final class WhatFactsDo {

  private final Candidate state;
  private final Circumstances around;
  private final Instant now;

  private WhatFactsDo(Candidate state, Circumstances around, Instant now) {
    this.state = state;
    this.around = around;
    this.now = now;
  }

  static Decision to(Candidate state, Input.Fact fact, Circumstances around, Instant now) {
    WhatFactsDo facts = new WhatFactsDo(state, around, now);
    return switch (fact) {
      case Input.Found _ -> new NoEffect("it was found before");
      case Input.Withdrawn it ->
          switch (it.cause()) {
            case USED -> facts.used(it.why());
            case SEAT_GONE -> facts.seatGone(it.why());
            case REASON_GONE -> facts.skipped(Cause.REASON_GONE, it.why());
            case HOLD_PLACED -> facts.held(it.why(), around.policy().holds().get().until());
          };
      case Input.HoldPlaced it -> facts.held(it.why(), it.until());
      case Input.HoldLifted _ -> facts.lifted();
      case Input.RevocationStarted it -> facts.started(it.at());
      case Input.RevocationVerified it -> facts.verified(it.why(), it.restorableUntil());
      case Input.RevocationFailed it -> facts.failed(it.why(), it.whatToDo());
      case Input.RevocationStopped it ->
          switch (it.cause()) {
            case USED -> facts.used(it.why());
            case HOLD_PLACED -> facts.held(it.why(), around.policy().holds().get().until());
            case CALLED_OFF ->
                facts.failed(it.why(), "Resume to approve it again, or skip it with a reason.");
          };
      case Input.RevocationRestored it -> facts.restored(it.at());
    };
  }

  private Road road() {
    return new Road(around, now, Road.US);
  }

  private Decision used(String why) {
    if (!state.file().handling().useCancels()) {
      return new NoEffect("use does not matter under this rule");
    }
    return switch (state) {
      case Open open ->
          road().calledOff(state, why).closed(open.usedAgain(why, now), CANCELED, why);
      case ClosedSkipped skipped when byFact(skipped) ->
          road().closed(skipped.usedAgain(why, now), CANCELED, why);
      case ClosedSkipped _, ClosedCanceled _, ClosedComplete _ -> closedBefore();
    };
  }

  private static boolean byFact(ClosedSkipped skipped) {
    return switch (skipped.cause()) {
      case SEAT_GONE, REASON_GONE -> true;
      case KEPT, OPERATOR -> false;
    };
  }

  private Decision seatGone(String why) {
    return switch (state) {
      case AwaitingRevocation it when it.seatGoneAt().isPresent() ->
          new NoEffect("that the seat is gone is known; the read-back is still to come");
      case AwaitingRevocation it -> road().moved(it.seatGone(now));
      case AttentionRequired _, Ready _, AwaitingUser _, AwaitingApproval _, Held _ ->
          skipped(Cause.SEAT_GONE, why);
      case ClosedSkipped _, ClosedCanceled _, ClosedComplete _ -> closedBefore();
    };
  }

  private Decision skipped(Cause cause, String why) {
    return switch (state) {
      case Open open ->
          road().calledOff(state, why).closed(open.skip(cause, why, now), SKIPPED, why);
      case ClosedSkipped _, ClosedCanceled _, ClosedComplete _ -> closedBefore();
    };
  }

  private Decision held(String why, Optional<Instant> until) {
    return switch (state) {
      case Held it when until.isEmpty() || it.until().equals(until) ->
          new NoEffect("it is held already");
      case AwaitingRevocation it when it.seatGoneAt().isPresent() -> skipped(Cause.SEAT_GONE, why);
      case Open open ->
          road()
              .calledOff(state, why)
              .moved(
                  open.hold(why, until),
                  new CandidateHeld(
                      state.file().candidate(), state.file().holder(), Road.US, why, until));
      case ClosedSkipped _, ClosedCanceled _, ClosedComplete _ -> closedBefore();
    };
  }

  private Decision lifted() {
    return switch (state) {
      case Held held -> WhatTimeDoes.holdIsOver(road(), held, around, now);
      case AttentionRequired _, Ready _, AwaitingUser _, AwaitingApproval _, AwaitingRevocation _ ->
          new NoEffect("no hold stood in the way");
      case ClosedSkipped _, ClosedCanceled _, ClosedComplete _ -> closedBefore();
    };
  }

  private Decision started(Instant at) {
    return switch (state) {
      case AwaitingRevocation it when it.startedAt().isEmpty() -> road().moved(it.started(at));
      case AwaitingRevocation _ -> new NoEffect("it has started before");
      case AttentionRequired _, Ready _, AwaitingUser _, AwaitingApproval _, Held _ ->
          new NoEffect("nobody waits for a revocation");
      case ClosedSkipped _, ClosedCanceled _, ClosedComplete _ -> closedBefore();
    };
  }

  private Decision verified(String why, Instant restorableUntil) {
    return switch (state) {
      case Open open -> road().closed(open.verified(why, now, restorableUntil), COMPLETE, why);
      case ClosedSkipped skipped ->
          road().closed(skipped.verified(why, now, restorableUntil), COMPLETE, why);
      case ClosedCanceled canceled ->
          road().closed(canceled.verified(why, now, restorableUntil), COMPLETE, why);
      case ClosedComplete _ -> closedBefore();
    };
  }

  private Decision failed(String why, String whatToDo) {
    return switch (state) {
      case AwaitingRevocation it when it.seatGoneAt().isPresent() -> skipped(Cause.SEAT_GONE, why);
      case AwaitingRevocation it -> road().attention(it.failed(why, whatToDo));
      case AttentionRequired _, Ready _, AwaitingUser _, AwaitingApproval _, Held _ ->
          new NoEffect("nobody waits for a revocation");
      case ClosedSkipped _, ClosedCanceled _, ClosedComplete _ -> closedBefore();
    };
  }

  private Decision restored(Instant at) {
    return switch (state) {
      case ClosedComplete it when it.restoredAt().isEmpty() -> road().moved(it.restored(at));
      case ClosedComplete _ -> closedBefore();
      case AttentionRequired _,
          Ready _,
          AwaitingUser _,
          AwaitingApproval _,
          AwaitingRevocation _,
          Held _,
          ClosedSkipped _,
          ClosedCanceled _ ->
          new TooEarly("the read-back that it follows is not known yet");
    };
  }

  private static NoEffect closedBefore() {
    return new NoEffect("it is closed");
  }
}
