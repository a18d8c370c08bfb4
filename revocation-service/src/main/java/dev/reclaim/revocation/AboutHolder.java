package dev.reclaim.revocation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known about the holder of one seat.
 *
 * @param lastUse the last known use of the application
 * @param holds those in force on the seat
 * @param identifiers the holder's names, the strongest first
 * @param replaced whether another seat takes the place of this one, and is there
 * @param leftHeardAt when we heard that the holder has left
 */
public record AboutHolder(
    Optional<Instant> lastUse,
    List<KnownHold> holds,
    List<String> identifiers,
    boolean replaced,
    Optional<Instant> leftHeardAt) {

  public AboutHolder {
    holds = List.copyOf(holds);
    identifiers = List.copyOf(identifiers);
  }
}
