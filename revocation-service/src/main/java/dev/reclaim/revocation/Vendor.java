package dev.reclaim.revocation;

import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.RestoreOutcome;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.SavedState;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;

/**
 * An outside system, asked in terms of steps. Every method blocks until it answered or its time-out
 * passed, and answers with a value, never with an exception; none may be called in a transaction.
 */
public interface Vendor {

  Look look(Step step, SeatRef seat, SeatSource source);

  /** Reads the full earlier state; what it returns can undo this step and no other. */
  CaptureOutcome save(Step step, SeatRef seat, SeatSource source);

  RevocationOutcome take(Step step, SeatRef seat, SeatSource source);

  RestoreOutcome putBack(SavedState earlier);
}
