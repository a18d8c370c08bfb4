package dev.reclaim.connectors;

import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.SeatRef;
import java.util.Map;

/** Can free a seat. */
public interface Revokes {

  /** The ways in which it can, and what each does to the holder; never empty. */
  Map<SeatAction, Effect> ways();

  /**
   * Takes exactly this seat from exactly this account, in the way that the source names, or else in
   * the mildest. It looks first, so a repeat is harmless; it never repeats a change by itself.
   */
  RevocationOutcome revoke(SeatRef seat, SeatSource source);
}
