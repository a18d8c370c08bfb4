package dev.reclaim.revocation;

import dev.reclaim.events.RevocationEvent.Step;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A step that a person takes, since no interface offers it.
 *
 * @param place where it can be looked at; empty where only the proof counts
 * @param assignee who shall do it; empty for whoever comes first
 */
public record ManualTask(
    Step step,
    Optional<Place> place,
    String instructions,
    Optional<String> assignee,
    Instant dueAt,
    boolean overdue) {

  public ManualTask {
    Objects.requireNonNull(step, "manual.step: is missing");
    Objects.requireNonNull(instructions, "manual.instructions: is missing");
    Objects.requireNonNull(dueAt, "manual.dueAt: is missing");
  }

  ManualTask assign(String to) {
    return new ManualTask(step, place, instructions, Optional.of(to), dueAt, overdue);
  }

  ManualTask late() {
    return new ManualTask(step, place, instructions, assignee, dueAt, true);
  }
}
