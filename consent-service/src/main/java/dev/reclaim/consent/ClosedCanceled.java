package dev.reclaim.consent;

import java.time.Instant;
import java.util.Objects;

/** Use was seen while it was open. */
public record ClosedCanceled(CaseFile file, String why, Instant at) implements Candidate {

  public ClosedCanceled {
    Objects.requireNonNull(file, "file: is missing");
    Objects.requireNonNull(at, "at: is missing");
  }

  /** The revocation had been faster than the news of the use. */
  public ClosedComplete verified(String because, Instant when, Instant restorableUntil) {
    return ClosedComplete.verified(file, because, when, restorableUntil);
  }
}
