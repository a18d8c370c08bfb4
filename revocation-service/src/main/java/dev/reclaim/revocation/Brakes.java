package dev.reclaim.revocation;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.RevocationEvent.Step;
import java.time.Instant;
import java.util.Optional;

/**
 * What stops revocations. Kill switch, dry run, working hours and holds count before every step;
 * limits and sources judge the order as a whole, so they are asked before the first step. A limit
 * that holds somebody holds everybody who comes after, until people have looked.
 *
 * @param dryRun plan and hold, never call
 */
public record Brakes(Limits limits, SourceLimits sources, WorkingHours hours, boolean dryRun) {

  /** Why nothing may be taken at this time of day; empty if it may. */
  public Optional<String> closedBecause(Instant now) {
    return hours.closed(now).map(WorkingHours.Closed::why);
  }

  Optional<Stop> holding(Requested waiting, Step next, Facts facts, Instant now) {
    return killSwitch(facts.readings())
        .or(() -> dryRun(waiting))
        .or(() -> outOfHours(now))
        .or(() -> legalHold(next, facts))
        .or(
            () ->
                waiting.course().taken().isEmpty()
                    ? asAWhole(waiting, facts, now)
                    : Optional.empty());
  }

  private Optional<Stop> asAWhole(Requested waiting, Facts facts, Instant now) {
    return replacement(waiting, facts)
        .or(() -> leavers(waiting, facts, now))
        .or(() -> collapsed(waiting, facts.readings()))
        .or(() -> stale(waiting, facts.readings(), now))
        .or(() -> limit(waiting, facts.readings()));
  }

  private static Optional<Stop> killSwitch(Readings readings) {
    KillSwitch found = readings.killSwitch();
    return found.on()
        ? Optional.of(
            Stop.untilSomebodyActs(
                Brake.KILL_SWITCH,
                "the kill switch was turned on by %s: %s".formatted(found.by(), found.reason())))
        : Optional.empty();
  }

  private Optional<Stop> dryRun(Requested waiting) {
    return dryRun
        ? Optional.of(
            Stop.untilSomebodyActs(Brake.DRY_RUN, "dry run: it would now " + waiting.stepsAhead()))
        : Optional.empty();
  }

  private Optional<Stop> outOfHours(Instant now) {
    return hours
        .closed(now)
        .map(
            closed ->
                new Stop(
                    new Brake(Brake.WORKING_HOURS, closed.why()), Optional.of(closed.until())));
  }

  /** Minimal access: nobody signs in, but groups, seat and data stay as they are. */
  private static Optional<Stop> legalHold(Step next, Facts facts) {
    boolean touches =
        switch (next) {
          case DISABLE_ACCOUNT, END_SESSIONS, REVOKE_TOKENS -> false;
          case LEAVE_GROUPS, FREE_SEAT -> true;
        };
    return touches
        ? facts.holder().holds().stream()
            .filter(KnownHold::allowsToEndAccess)
            .findFirst()
            .map(hold -> new Stop(new Brake(Brake.LEGAL_HOLD, hold.sentence()), hold.until()))
        : Optional.empty();
  }

  private static Optional<Stop> replacement(Requested waiting, Facts facts) {
    return switch (waiting.task().taking().order()) {
      case AFTER_REPLACEMENT ->
          facts.holder().replaced()
              ? Optional.empty()
              : Optional.of(
                  Stop.untilSomebodyActs(
                      Brake.REPLACEMENT,
                      "the seat that takes its place%s is not active yet"
                          .formatted(
                              waiting
                                  .task()
                                  .taking()
                                  .toTier()
                                  .map(" (%s)"::formatted)
                                  .orElse(""))));
      case ACCESS_FIRST, SEAT_ONLY -> Optional.empty();
    };
  }

  private Optional<Stop> leavers(Requested waiting, Facts facts, Instant now) {
    Optional<Instant> left = facts.holder().leftHeardAt();
    boolean ofTheWave = left.filter(at -> at.plus(SourceLimits.WAVE).isAfter(now)).isPresent();
    Optional<String> why =
        ofTheWave ? sources.leavers(facts.readings().sources()) : Optional.empty();
    return left.isEmpty()
        ? Optional.empty()
        : unlessReleased(waiting, Brake.LEAVERS, why.or(() -> stays(waiting, Brake.LEAVERS)));
  }

  private Optional<Stop> collapsed(Requested waiting, Readings readings) {
    String id = Brake.collapsedListingOf(waiting.task().seat().application());
    return unlessReleased(
        waiting, id, sources.shrank(readings.sources()).or(() -> stays(waiting, id)));
  }

  /** What was wrong does not become right because a day has passed. */
  private static Optional<String> stays(Requested waiting, String id) {
    return waiting.lastHeldBy().equals(Optional.of(id))
        ? Optional.of("it was held for what a source said, and nobody has released it")
        : Optional.empty();
  }

  /** Where use does not matter, it does not matter who reports it. */
  private Optional<Stop> stale(Requested waiting, Readings readings, Instant now) {
    return waiting.task().unlessUsedAfter().isEmpty()
        ? Optional.empty()
        : unlessReleased(
            waiting,
            Brake.staleSourcesOf(waiting.task().seat().application()),
            sources.stale(readings.sources(), now));
  }

  private Optional<Stop> limit(Requested waiting, Readings readings) {
    ApplicationId application = waiting.task().seat().application();
    return limit(waiting, Brake.limitOf(application), readings.application(), readings)
        .or(() -> limit(waiting, Brake.LIMIT_IN_ALL, readings.inAll(), readings));
  }

  private Optional<Stop> limit(Requested waiting, String id, Pace pace, Readings readings) {
    return unlessReleased(
        waiting,
        id,
        limits
            .stops(pace)
            .or(
                () ->
                    readings.tripped().contains(id)
                        ? Optional.of("others are held already, and nobody has released them")
                        : Optional.empty()));
  }

  private static Optional<Stop> unlessReleased(Requested waiting, String id, Optional<String> why) {
    return waiting.course().released().containsKey(id)
        ? Optional.empty()
        : why.map(sentence -> Stop.untilSomebodyActs(id, sentence));
  }
}
