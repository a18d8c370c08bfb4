package dev.reclaim.connectors.conformance;

import dev.reclaim.connectors.ListedSeat;
import dev.reclaim.events.Identifier;
import dev.reclaim.events.SeatRef;

/** Which entry of a listing is whose. */
final class Listed {

  private Listed() {}

  static boolean isOf(ListedSeat listed, SeatRef seat) {
    return listed.identifiers().stream()
        .map(Identifier::normalised)
        .anyMatch(Identifier.normalise(seat.account())::equals);
  }
}
