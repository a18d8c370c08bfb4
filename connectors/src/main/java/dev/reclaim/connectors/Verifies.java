package dev.reclaim.connectors;

import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.SeatRef;

/**
 * Can look whether a holder has a seat, freshly and at the same place that takes the changes. The
 * same question about an account is {@link FindsAccount}.
 */
public interface Verifies {

  SeatLook look(SeatRef seat, SeatSource source);
}
