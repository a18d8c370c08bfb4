package dev.reclaim.revocation;

import dev.reclaim.events.ConnectionName;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How the last look behind each connection ended, as far as this instance has looked. */
public final class ConnectionsSeen {

  /**
   * The last look.
   *
   * @param trouble why it showed nothing; empty if it did
   */
  public record Seen(Instant at, Optional<String> trouble) {}

  private final Map<ConnectionName, Seen> last = new ConcurrentHashMap<>();
  private final InstantSource clock;

  public ConnectionsSeen(InstantSource clock) {
    this.clock = clock;
  }

  public Optional<Seen> of(ConnectionName connection) {
    return Optional.ofNullable(last.get(connection));
  }

  /** Notes how a look or a check ended. */
  public void note(ConnectionName connection, Optional<String> trouble) {
    last.put(connection, new Seen(clock.instant(), trouble));
  }
}
