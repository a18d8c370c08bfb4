package dev.reclaim.revocation;

import dev.reclaim.connectors.SavedState;
import dev.reclaim.events.PolicyEvent.SeatSource;
import java.time.Instant;
import java.util.Objects;

/**
 * The full earlier state, saved before the first call of a step that may have had an effect.
 *
 * @param source where the step was about to be taken
 */
public record Kept(SavedState earlier, SeatSource source, Instant at) {

  public Kept {
    Objects.requireNonNull(earlier, "kept.earlier: is missing");
    Objects.requireNonNull(source, "kept.source: is missing");
    Objects.requireNonNull(at, "kept.at: is missing");
  }
}
