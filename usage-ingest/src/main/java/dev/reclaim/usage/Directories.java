package dev.reclaim.usage;

import dev.reclaim.connectors.SeatListing;
import dev.reclaim.events.PolicyEvent.SeatSource;

/** Where the groups are that give seats. */
public interface Directories {

  /** Asks one directory; whatever goes wrong is {@link SeatListing.Unreadable}. */
  SeatListing list(SeatSource source);
}
