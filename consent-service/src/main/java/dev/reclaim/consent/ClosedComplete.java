package dev.reclaim.consent;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The seat is free, and a read-back proved it; or a person did it by hand and says so.
 *
 * @param restorableUntil until when it can be given back; empty when closed by hand
 * @param restoredAt when it was given back
 * @param proof what shows that a person took it back by hand
 */
public record ClosedComplete(
    CaseFile file,
    String why,
    Instant at,
    Optional<Instant> restorableUntil,
    Optional<Instant> restoredAt,
    Optional<String> proof)
    implements Candidate {

  public ClosedComplete {
    Objects.requireNonNull(file, "file: is missing");
    Objects.requireNonNull(at, "at: is missing");
  }

  static ClosedComplete verified(CaseFile file, String why, Instant at, Instant restorableUntil) {
    return new ClosedComplete(
        file, why, at, Optional.of(restorableUntil), Optional.empty(), Optional.empty());
  }

  static ClosedComplete byHand(CaseFile file, String note, String proof, Instant at) {
    return new ClosedComplete(
        file, note, at, Optional.empty(), Optional.empty(), Optional.of(proof));
  }

  /** The holder has the seat back. */
  public ClosedComplete restored(Instant when) {
    return new ClosedComplete(file, why, at, restorableUntil, Optional.of(when), proof);
  }
}
