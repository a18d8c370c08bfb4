package dev.reclaim.consent;

import dev.reclaim.events.HolderId;
import java.time.Instant;
import java.util.Objects;

/**
 * Somebody decides in the place of an approver for a time.
 *
 * @param who decides
 * @param forWhom the approver
 * @param until the first moment when they do no more
 */
public record StandIn(HolderId who, HolderId forWhom, Instant from, Instant until) {

  public StandIn {
    Objects.requireNonNull(who, "who: is missing");
    Objects.requireNonNull(forWhom, "forWhom: is missing");
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException("until: is not after from");
    }
    if (who.equals(forWhom)) {
      throw new IllegalArgumentException("who: nobody stands in for themselves");
    }
  }

  boolean inForce(Instant now) {
    return !from.isAfter(now) && until.isAfter(now);
  }

  boolean overlaps(StandIn other) {
    return from.isBefore(other.until) && other.from.isBefore(until);
  }
}
