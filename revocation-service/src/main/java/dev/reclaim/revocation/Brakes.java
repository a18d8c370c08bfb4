package dev.reclaim.revocation;

import dev.reclaim.events.ApplicationId;
import java.util.Optional;

/**
 * The limits that stop revocations. Kill switch and dry run count before every step; the limits
 * count revocations, so they are asked before the first step. A limit that holds somebody holds
 * everybody who comes after, until people have looked.
 *
 * @param dryRun plan and hold, never call
 */
public record Brakes(Limits limits, boolean dryRun) {

  Optional<Brake> holding(Requested waiting, Readings readings) {
    return killSwitch(readings)
        .or(() -> dryRun(waiting))
        .or(() -> waiting.course().taken().isEmpty() ? limit(waiting, readings) : Optional.empty());
  }

  private static Optional<Brake> killSwitch(Readings readings) {
    KillSwitch found = readings.killSwitch();
    return found.on()
        ? Optional.of(
            new Brake(
                Brake.KILL_SWITCH,
                "the kill switch was turned on by %s: %s".formatted(found.by(), found.reason())))
        : Optional.empty();
  }

  private Optional<Brake> dryRun(Requested waiting) {
    return dryRun
        ? Optional.of(new Brake(Brake.DRY_RUN, "dry run: it would now " + waiting.task().plan()))
        : Optional.empty();
  }

  private Optional<Brake> limit(Requested waiting, Readings readings) {
    ApplicationId application = waiting.task().seat().application();
    return limit(waiting, Brake.limitOf(application), readings.application(), readings)
        .or(() -> limit(waiting, Brake.LIMIT_IN_ALL, readings.inAll(), readings));
  }

  private Optional<Brake> limit(Requested waiting, String id, Pace pace, Readings readings) {
    if (waiting.course().released().containsKey(id)) {
      return Optional.empty();
    }
    return limits
        .stops(pace)
        .or(
            () ->
                readings.tripped().contains(id)
                    ? Optional.of("others are held already, and nobody has released them")
                    : Optional.empty())
        .map(why -> new Brake(id, why));
  }
}
