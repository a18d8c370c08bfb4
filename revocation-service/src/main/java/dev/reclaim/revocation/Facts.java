package dev.reclaim.revocation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known here and now about one revocation.
 *
 * @param calledOff why the approval no longer stands
 * @param lastUse the last known use of the application by the holder
 * @param holds the holds in force on the seat, each as a sentence
 */
public record Facts(
    Optional<String> calledOff,
    Optional<Instant> lastUse,
    List<String> holds,
    Optional<KnownApplication> application,
    Readings readings) {

  public Facts {
    holds = List.copyOf(holds);
  }
}
