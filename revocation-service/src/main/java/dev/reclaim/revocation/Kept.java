package dev.reclaim.revocation;

import dev.reclaim.connectors.SavedState;
import java.time.Instant;
import java.util.Objects;

/**
 * The full earlier state, saved before the first call of a step that may have had an effect.
 *
 * @param place where the step was about to be taken
 */
public record Kept(SavedState earlier, Place place, Instant at) {

  public Kept {
    Objects.requireNonNull(earlier, "kept.earlier: is missing");
    Objects.requireNonNull(place, "kept.place: is missing");
    Objects.requireNonNull(at, "kept.at: is missing");
  }
}
