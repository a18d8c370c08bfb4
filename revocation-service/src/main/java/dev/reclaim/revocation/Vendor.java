package dev.reclaim.revocation;

import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.RestoreOutcome;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.SavedState;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import java.util.List;

/**
 * An outside system, asked in terms of steps. Every method blocks until it answered or its time-out
 * passed, and answers with a value, never with an exception; none may be called in a transaction.
 */
public interface Vendor {

  /** Looks which one account goes by any of these names. */
  Whereabouts find(List<String> names);

  Look look(Step step, SeatRef seat, Place place);

  /**
   * Looks for what was saved before the seat was taken, by the system's own id: for where no label
   * finds the account any more, since it was deleted with its seat or renamed.
   *
   * @param step whose effect is in question; any but the seat is gone only with the account
   * @param earlier what was saved before the seat was taken at that place
   */
  Look lookAgain(Step step, SavedState earlier, Place place);

  /** Reads the full earlier state; what it returns can undo this step and no other. */
  CaptureOutcome save(Step step, SeatRef seat, Place place);

  RevocationOutcome take(Step step, SeatRef seat, Place place);

  RestoreOutcome putBack(SavedState earlier);
}
