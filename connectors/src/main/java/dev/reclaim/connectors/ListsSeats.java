package dev.reclaim.connectors;

import dev.reclaim.events.PolicyEvent.SeatSource;

/** Can list who holds the seats that a source gives. */
public interface ListsSeats {

  SeatListing list(SeatSource source);
}
