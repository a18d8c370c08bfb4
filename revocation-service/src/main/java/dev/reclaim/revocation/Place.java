package dev.reclaim.revocation;

import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.PolicyEvent.SeatSource;
import java.util.Objects;

/**
 * Where a step is taken.
 *
 * @param account the holder's login there; behind a connection for access it may differ from the
 *     one that has the seat
 */
public record Place(SeatSource source, String account) {

  public Place {
    Objects.requireNonNull(source, "place.source: is missing");
    Objects.requireNonNull(account, "place.account: is missing");
  }

  public ConnectionName connection() {
    return source.connection();
  }
}
