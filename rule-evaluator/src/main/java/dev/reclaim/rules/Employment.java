package dev.reclaim.rules;

import dev.reclaim.events.Holder;
import java.time.Instant;
import java.util.Optional;

/**
 * What HR says of the holder, and from when on it holds.
 *
 * @param inRoster whether HR's roster has the holder
 */
public record Employment(
    Holder.Status status, Instant since, Contract contract, Optional<Boolean> inRoster) {

  /**
   * When work begins and ends.
   *
   * @param startedAt the begin of the first day, where the holder is
   * @param endsAt the end of the last day, where the holder is
   */
  public record Contract(Optional<Instant> startedAt, Optional<Instant> endsAt) {

    public static final Contract UNKNOWN = new Contract(Optional.empty(), Optional.empty());
  }

  public Employment(Holder.Status status, Instant since) {
    this(status, since, Contract.UNKNOWN, Optional.empty());
  }

  public boolean onLeaveAt(Instant asOf) {
    return status == Holder.Status.ON_LEAVE && !since.isAfter(asOf);
  }
}
