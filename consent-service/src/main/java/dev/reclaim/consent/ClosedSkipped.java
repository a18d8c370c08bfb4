package dev.reclaim.consent;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The seat was kept, or went away by itself.
 *
 * <p>A fact may turn out to be only half of the story: if use was seen as well, or a read-back
 * proved a revocation that was under way, then that is the end that counts, whichever news came
 * first. What a person decided stays decided.
 *
 * @param restsUntil until when the seat is left alone, where it was kept
 */
public record ClosedSkipped(
    CaseFile file, Cause cause, String why, Instant at, Optional<Instant> restsUntil)
    implements Candidate {

  /** Why nothing was taken. */
  public enum Cause {
    /** A person, or silence, said so. */
    KEPT,
    OPERATOR,
    SEAT_GONE,
    REASON_GONE
  }

  public ClosedSkipped {
    Objects.requireNonNull(file, "file: is missing");
    Objects.requireNonNull(cause, "cause: is missing");
    Objects.requireNonNull(at, "at: is missing");
  }

  ClosedSkipped(CaseFile file, Cause cause, String why, Instant at) {
    this(file, cause, why, at, Optional.empty());
  }

  /** What a person, or silence, decided is not asked again before then. */
  ClosedSkipped resting(Instant until) {
    return switch (cause) {
      case KEPT, OPERATOR -> new ClosedSkipped(file, cause, why, at, Optional.of(until));
      case SEAT_GONE, REASON_GONE -> this;
    };
  }

  /** The revocation had been faster than the news that closed this. */
  public ClosedComplete verified(String because, Instant when, Instant restorableUntil) {
    return ClosedComplete.verified(file, because, when, restorableUntil);
  }

  /** Use was seen as well. */
  public ClosedCanceled usedAgain(String because, Instant when) {
    return new ClosedCanceled(file, because, when);
  }
}
