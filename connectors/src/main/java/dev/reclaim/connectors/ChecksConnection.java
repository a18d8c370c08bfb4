package dev.reclaim.connectors;

import dev.reclaim.events.PolicyEvent.SeatSource;
import java.util.Collection;

/** Can tell, without changing anything, whether a connection would work. */
public interface ChecksConnection {

  /**
   * Tries address, encryption, credentials and permissions.
   *
   * @param sources the seats it is meant for; each is checked
   */
  ConnectionCheck check(Collection<SeatSource> sources);
}
