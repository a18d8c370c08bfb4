package dev.reclaim.revocation;

import dev.reclaim.events.PolicyEvent.HoldPlaced;
import java.time.Instant;
import java.util.Optional;

/**
 * A hold in force.
 *
 * @param sentence what it is, by whom, and why
 * @param until when it ends by itself; empty for a legal hold without an end
 */
public record KnownHold(HoldPlaced.Kind kind, String sentence, Optional<Instant> until) {

  /** A legal hold keeps seat and data; nobody has to be able to sign in for that. */
  boolean allowsToEndAccess() {
    return kind == HoldPlaced.Kind.LEGAL;
  }
}
