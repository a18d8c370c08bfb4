package dev.reclaim.connectors;

import dev.reclaim.events.Identifier;
import dev.reclaim.events.Via;
import java.util.List;

/**
 * One seat of a listing.
 *
 * @param account the holder's login as the vendor spells it; what {@link FindsAccount} finds again
 * @param identifiers all names by which the vendor knows the holder
 * @param via direct wins where a holder has the seat directly and through a group
 */
public record ListedSeat(String account, List<Identifier> identifiers, Via via) {

  public ListedSeat {
    Must.beText("seat.account", account);
    Must.bePresent("seat.via", via);
    identifiers = List.copyOf(identifiers);
  }
}
