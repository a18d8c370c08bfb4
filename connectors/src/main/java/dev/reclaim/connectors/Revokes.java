package dev.reclaim.connectors;

import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.SeatRef;

/** Can free a seat. */
public interface Revokes {

  /**
   * Takes exactly this seat from exactly this account. It looks first, so a repeat is harmless; it
   * never repeats a change by itself.
   */
  RevocationOutcome revoke(SeatRef seat, SeatSource source);
}
