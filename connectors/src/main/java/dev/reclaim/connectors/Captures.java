package dev.reclaim.connectors;

import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import java.util.Set;

/** Can save the earlier state, so that it can be restored. Changes nothing. */
public interface Captures {

  /**
   * Reads the state of account and seat.
   *
   * @param before the steps about to be taken; {@link Restores} will undo these and no others
   */
  CaptureOutcome capture(SeatRef seat, SeatSource source, Set<Step> before);
}
