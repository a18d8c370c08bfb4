package dev.reclaim.consent;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A hold stands in the way.
 *
 * @param until when it ends by itself, if that is known
 */
public record Held(CaseFile file, String why, Optional<Instant> until) implements Candidate, Open {

  public Held {
    Objects.requireNonNull(file, "file: is missing");
    Objects.requireNonNull(until, "until: is missing");
  }

  @Override
  public Optional<Instant> dueAt() {
    return until;
  }

  /** An operator says that nothing stands in the way; everything is asked afresh. */
  public Ready lifted(String because) {
    return Ready.now(file.afresh(), because);
  }

  @Override
  public ClosedCanceled usedAgain(String why, Instant at) {
    return new ClosedCanceled(file, why, at);
  }

  @Override
  public ClosedSkipped skip(ClosedSkipped.Cause cause, String why, Instant at) {
    return new ClosedSkipped(file, cause, why, at);
  }

  @Override
  public ClosedComplete verified(String why, Instant at, Instant restorableUntil) {
    return ClosedComplete.verified(file, why, at, restorableUntil);
  }

  @Override
  public Held hold(String because, Optional<Instant> ends) {
    return new Held(file, because, ends);
  }
}
