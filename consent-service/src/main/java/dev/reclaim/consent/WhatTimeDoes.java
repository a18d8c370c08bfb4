package dev.reclaim.consent;

import static dev.reclaim.events.ConsentEvent.CandidateClosed.Outcome.SKIPPED;

import dev.reclaim.consent.AwaitingRevocation.Decided;
import dev.reclaim.consent.Decision.Kind;
import dev.reclaim.consent.Decision.NoEffect;
import dev.reclaim.events.ConsentEvent.CandidateHeld;
import dev.reclaim.events.Holder;
import dev.reclaim.events.PromptId;
import java.time.Instant;

/** What the clock does: it reminds, ends waiting, and lets silence speak. */
final class WhatTimeDoes {

  private static final String HOLD_OVER = "The hold is over; the rule judges the seat afresh.";

  private WhatTimeDoes() {}

  static Decision to(Candidate state, Circumstances around, Instant now) {
    if (state.wakeAt().isEmpty() || state.wakeAt().get().isAfter(now)) {
      return new NoEffect("nothing is due");
    }
    Road road = new Road(around, now, Road.US);
    return switch (state) {
      case Ready it -> road.start(it, Decided.RULE, "The time to wait is over.");
      case Held it -> holdIsOver(road, it, around, now);
      case AwaitingUser it ->
          it.until().isAfter(now)
              ? road.remind(it.remind(now), Kind.HOLDER, it.pending())
              : new Silence(road, around, now).ofHolder(it);
      case AwaitingApproval it ->
          it.until().isAfter(now)
              ? road.remind(it.remind(now), Kind.APPROVER, it.pending())
              : new Silence(road, around, now).ofApprover(it);
      case AttentionRequired _,
          AwaitingRevocation _,
          ClosedComplete _,
          ClosedSkipped _,
          ClosedCanceled _ ->
          new NoEffect("nothing is due");
    };
  }

  /**
   * The time to answer begins when a question leaves, so that its message names the deadline that
   * holds. What leaves only after its campaign is over is not asked any more.
   */
  static Decision whenLeaving(
      Candidate state, PromptId leaving, Circumstances around, Instant now) {
    boolean awaited =
        WhoIsAsked.pending(state).filter(it -> it.prompt().equals(leaving)).isPresent();
    if (!awaited || around.awaited().delivered() || around.awaited().reader().isEmpty()) {
      return new NoEffect("its time runs already");
    }
    Holder reader = around.awaited().reader().get();
    Road road = new Road(around, now, Road.US);
    SetsDeadlines deadlines = new SetsDeadlines(around.policy());
    return switch (state) {
      case AwaitingUser it -> {
        Pending later = deadlines.leaving(it, reader, now);
        yield later.lastsLongerThan(it.pending())
            ? road.moved(it.leaving(later))
            : ifOver(it, it.until(), around, now);
      }
      case AwaitingApproval it -> {
        Pending later = deadlines.leaving(it, reader, now);
        yield later.lastsLongerThan(it.pending())
            ? road.moved(it.leaving(later))
            : ifOver(it, it.until(), around, now);
      }
      case AttentionRequired _,
          Ready _,
          AwaitingRevocation _,
          Held _,
          ClosedComplete _,
          ClosedSkipped _,
          ClosedCanceled _ ->
          new NoEffect("nobody waits for an answer to this question");
    };
  }

  private static Decision ifOver(
      Candidate state, Instant until, Circumstances around, Instant now) {
    return until.isAfter(now) ? new NoEffect("it leaves in time") : to(state, around, now);
  }

  /** What the rule found before the hold is no ground any more: it looks again by itself. */
  static Decision holdIsOver(Road road, Held held, Circumstances around, Instant now) {
    KnownHolds holds = around.policy().holds().get();
    if (!holds.any()) {
      return road.closed(
          held.skip(ClosedSkipped.Cause.REASON_GONE, HOLD_OVER, now), SKIPPED, HOLD_OVER);
    }
    return held.until().equals(holds.until())
        ? new NoEffect("another hold stands in the way")
        : road.moved(
            held.hold(holds.reason().orElse(held.why()), holds.until()),
            new CandidateHeld(
                held.file().candidate(),
                held.file().holder(),
                road.by(),
                holds.reason().orElse(held.why()),
                holds.until()));
  }
}
