package dev.reclaim.revocation;

import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.RevocationEvent.Step;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What can be done behind each connection. Asks no outside system. */
@FunctionalInterface
public interface Offers {

  /** Empty if nobody configured that connection. */
  Optional<Offered> behind(ConnectionName connection);

  /**
   * What one connection offers.
   *
   * @param kind the sort of system, for sentences
   * @param takes the steps that can be taken by a call
   * @param ways how a seat can be freed
   * @param shows the steps of which it can be seen whether they are done
   * @param undoWithin the shortest time in which the vendor lets anything be put back; empty for
   *     ever
   */
  record Offered(
      String kind,
      Set<Step> takes,
      Set<SeatAction> ways,
      Set<Step> shows,
      Optional<Duration> undoWithin) {

    public Offered {
      takes = Set.copyOf(takes);
      ways = Set.copyOf(ways);
      shows = Set.copyOf(shows);
    }
  }
}
