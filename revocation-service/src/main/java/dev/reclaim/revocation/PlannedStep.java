package dev.reclaim.revocation;

import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.RevocationEvent;
import dev.reclaim.events.RevocationEvent.Step;
import java.util.Optional;

/**
 * One step of a plan.
 *
 * @param source where it is taken, or at least looked at; empty where only a person sees it
 */
public record PlannedStep(Step step, By by, Optional<SeatSource> source) {

  /** Who takes a step. */
  public enum By {
    CALL,
    HAND
  }

  static PlannedStep byCall(Step step, SeatSource source) {
    return new PlannedStep(step, By.CALL, Optional.of(source));
  }

  RevocationEvent.PlannedStep said() {
    return new RevocationEvent.PlannedStep(
        step, by == By.CALL ? source.map(SeatSource::connection) : Optional.empty());
  }
}
