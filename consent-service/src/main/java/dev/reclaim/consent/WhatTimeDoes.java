package dev.reclaim.consent;

import dev.reclaim.consent.AwaitingRevocation.Decided;
import dev.reclaim.consent.Decision.Kind;
import dev.reclaim.consent.Decision.NoEffect;
import java.time.Instant;

/** What the clock does: it reminds, ends waiting, and lets silence speak. */
final class WhatTimeDoes {

  private static final String HOLD_OVER = "The hold has ended.";

  private WhatTimeDoes() {}

  static Decision to(Candidate state, Circumstances around, Instant now) {
    if (state.wakeAt().isEmpty() || state.wakeAt().get().isAfter(now)) {
      return new NoEffect("nothing is due");
    }
    Road road = new Road(around, now, Road.US);
    return switch (state) {
      case Ready it -> road.start(it, Decided.RULE, "The time to wait is over.");
      case Held it -> road.start(it.lifted(HOLD_OVER), Decided.RULE, HOLD_OVER);
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
}
