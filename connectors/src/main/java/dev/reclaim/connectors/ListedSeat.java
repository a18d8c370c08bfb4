package dev.reclaim.connectors;

import dev.reclaim.events.Identifier;
import dev.reclaim.events.Via;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One seat of a listing.
 *
 * @param account the holder's login as the vendor spells it; what {@link FindsAccount} finds again
 * @param identifiers all names by which the vendor knows the holder
 * @param via direct wins where a holder has the seat directly and through a group
 * @param assignedAt since when, if the vendor says so
 */
public record ListedSeat(
    String account, List<Identifier> identifiers, Via via, Optional<Instant> assignedAt) {

  public ListedSeat {
    Must.beText("seat.account", account);
    Must.bePresent("seat.via", via);
    Must.bePresent("seat.assignedAt", assignedAt);
    identifiers = List.copyOf(identifiers);
  }

  public ListedSeat(String account, List<Identifier> identifiers, Via via) {
    this(account, identifiers, via, Optional.empty());
  }
}
