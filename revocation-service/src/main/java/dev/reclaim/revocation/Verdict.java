package dev.reclaim.revocation;

import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.RevocationEvent.Step;

/** What facts and brakes say about the next step. */
public sealed interface Verdict {

  /** Nothing stands against it, as far as is known here. The last look comes next. */
  record GoOn(Step step, SeatSource source) implements Verdict {}

  /** Something else comes first. */
  record Decided(Next<? extends Revocation> next) implements Verdict {}
}
