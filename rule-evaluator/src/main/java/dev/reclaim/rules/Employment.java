package dev.reclaim.rules;

import dev.reclaim.events.Holder;
import java.time.Instant;

/** What HR says of the holder, and from when on it holds. */
public record Employment(Holder.Status status, Instant since) {

  /** A date of leaving in the future has not come yet. */
  public boolean leftBy(Instant asOf) {
    return status == Holder.Status.LEFT && !since.isAfter(asOf);
  }

  public boolean onLeaveAt(Instant asOf) {
    return status == Holder.Status.ON_LEAVE && !since.isAfter(asOf);
  }
}
