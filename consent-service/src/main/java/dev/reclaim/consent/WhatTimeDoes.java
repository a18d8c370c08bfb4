package dev.reclaim.consent;

import static dev.reclaim.events.ConsentEvent.CandidateClosed.Outcome.SKIPPED;

import dev.reclaim.consent.AwaitingRevocation.Decided;
import dev.reclaim.consent.Decision.Kind;
import dev.reclaim.consent.Decision.NoEffect;
import dev.reclaim.events.ConsentEvent.CandidateHeld;
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
