package dev.reclaim.revocation;

import dev.reclaim.events.OperationId;
import dev.reclaim.events.RevocationEvent.Step;
import java.time.Instant;
import java.util.Optional;

/**
 * A call to an outside system whose outcome is not recorded yet.
 *
 * @param since when its intent was committed
 * @param acceptedUntil so long the system may take to carry out what it has accepted; empty if it
 *     accepted nothing
 */
public record Call(
    Step step, OperationId operation, Place place, Instant since, Optional<Instant> acceptedUntil) {

  Call accepted(Instant until) {
    return new Call(step, operation, place, since, Optional.of(until));
  }
}
