package dev.reclaim.console;

import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.SeatRef;
import java.time.Instant;
import java.util.Optional;

/**
 * One candidate as its history leaves it.
 *
 * @param seat empty until an event arrives that names it
 * @param found what the rule said; empty until that arrives
 */
public record Candidate(
    CandidateId id,
    HolderId holder,
    Optional<SeatRef> seat,
    Optional<CandidateFound> found,
    Standing standing,
    Ending ending) {

  /**
   * Where it stands.
   *
   * @param since when it came into this state
   * @param due when the state ends by itself, if it does
   * @param changed when anything last happened to it
   */
  public record Standing(
      CandidateState state,
      Instant since,
      Optional<Instant> due,
      Instant opened,
      Instant changed) {}

  /**
   * What became of the seat.
   *
   * @param verified when a read-back proved that it is free; only from here on it saves money
   * @param restorableUntil how long it can be given back
   * @param restored when it was given back
   */
  public record Ending(
      Optional<Instant> verified, Optional<Instant> restorableUntil, Optional<Instant> restored) {

    public boolean saves() {
      return verified.isPresent() && restored.isEmpty();
    }
  }

  /** Whether the seat can be given back at that moment. */
  public boolean isRestorable(Instant now) {
    return ending.saves() && ending.restorableUntil().filter(now::isBefore).isPresent();
  }
}
