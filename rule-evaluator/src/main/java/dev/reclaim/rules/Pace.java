package dev.reclaim.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When and how much a rule may propose.
 *
 * @param rest how long a kept or used seat is left alone by this rule
 * @param timetable when it runs by itself; empty for every sweep
 * @param reactsTo what makes it look at a holder's seats at once
 * @param blackouts when it proposes nothing, whatever runs it; it withdraws all the same
 */
public record Pace(
    Window rest,
    Optional<Timetable> timetable,
    Set<Reaction> reactsTo,
    List<Blackout> blackouts,
    Caps caps) {

  public Pace {
    reactsTo = Set.copyOf(reactsTo);
    blackouts = List.copyOf(blackouts);
  }

  /** Runs with every sweep and knows no limits. */
  public static Pace resting(Window rest) {
    return new Pace(rest, Optional.empty(), Set.of(), List.of(), Caps.NONE);
  }

  /** The blackout that lies on a moment. */
  public Optional<Blackout> blackoutAt(Instant asOf) {
    return blackouts.stream().filter(blackout -> blackout.covers(asOf)).findFirst();
  }

  /**
   * Whether it is time to run by itself.
   *
   * @param last when it last ran, or else when it was saved
   */
  public boolean dueAt(Instant asOf, Instant last) {
    return timetable.isEmpty() || !timetable.get().next(last).isAfter(asOf);
  }
}
