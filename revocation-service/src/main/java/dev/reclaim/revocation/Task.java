package dev.reclaim.revocation;

import dev.reclaim.events.CandidateId;
import dev.reclaim.events.ConsentEvent.RevocationApproved;
import dev.reclaim.events.Handling.Order;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.RevocationId;
import dev.reclaim.events.SeatRef;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was ordered.
 *
 * @param plan the steps, in their order
 * @param unlessUsedAfter use after this moment proves the order wrong; empty if use does not matter
 */
public record Task(
    RevocationId id,
    CandidateId candidate,
    SeatRef seat,
    List<Step> plan,
    Optional<Instant> unlessUsedAfter) {

  public Task {
    Objects.requireNonNull(id, "task.id: is missing");
    Objects.requireNonNull(candidate, "task.candidate: is missing");
    Objects.requireNonNull(seat, "task.seat: is missing");
    plan = List.copyOf(plan);
    if (plan.isEmpty()) {
      throw new IllegalArgumentException("task.plan: has no step");
    }
  }

  static Task of(RevocationApproved approved) {
    return new Task(
        RevocationId.of(approved.candidate()),
        approved.candidate(),
        approved.seat(),
        planFor(approved.taking().order()),
        approved.unlessUsedAfter());
  }

  private static List<Step> planFor(Order order) {
    return switch (order) {
      case ACCESS_FIRST -> List.of(Step.DISABLE_ACCOUNT, Step.FREE_SEAT);
      case SEAT_ONLY, AFTER_REPLACEMENT -> List.of(Step.FREE_SEAT);
    };
  }
}
