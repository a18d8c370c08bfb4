package dev.reclaim.revocation;

import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells a person what to do where no interface offers a step.
 *
 * @param within how long a person has
 * @param assignee who gets such tasks; empty for whoever comes first
 */
public record WritesInstructions(Duration within, Optional<String> assignee) {

  public WritesInstructions {
    if (within.isNegative() || within.isZero()) {
      throw new IllegalArgumentException(
          "reclaim.revocation.manual.within: must be longer than nothing");
    }
  }

  ManualTask write(Task task, PlannedStep step, Optional<Place> place, Instant now) {
    SeatRef seat = task.seat();
    String account = place.map(Place::account).orElse(seat.account());
    return new ManualTask(
        step.step(),
        place,
        "%s in %s; then close this task with a proof: a ticket, or what the system showed. %s"
            .formatted(
                order(step.step(), account, seat),
                seat.application(),
                place.isPresent()
                    ? "It is looked at afterwards."
                    : "Nobody but you can see whether it is so."),
        assignee,
        now.plus(within),
        false);
  }

  private static String order(Step step, String account, SeatRef seat) {
    return switch (step) {
      case DISABLE_ACCOUNT -> "Disable the account %s".formatted(account);
      case END_SESSIONS -> "Sign the account %s out everywhere".formatted(account);
      case REVOKE_TOKENS -> "Revoke keys and tokens of the account %s".formatted(account);
      case LEAVE_GROUPS -> "Take the account %s out of its groups".formatted(account);
      case FREE_SEAT -> "Free the seat (%s) of the account %s".formatted(seat.tier(), account);
    };
  }
}
