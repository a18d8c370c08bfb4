package dev.reclaim.revocation;

import dev.reclaim.events.RevocationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One person's consent to let pass what a brake held at that moment.
 *
 * @param about the one revocation that the person means; empty for all that the brake held
 */
public record Voice(String login, Optional<RevocationId> about, Instant at) {

  /** A voice that no second one follows is forgotten after this long. */
  public static final Duration COUNTS_FOR = Duration.ofHours(24);

  /** Whether it lets that one pass; the brake must have held it when the person spoke. */
  public boolean isFor(RevocationId one) {
    return about.isEmpty() || about.get().equals(one);
  }
}
