package dev.reclaim.rules;

import dev.reclaim.events.RuleName;
import dev.reclaim.events.SeatId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges all seats at once, one statement per rule, and remembers how far a sweep got. */
public interface Sweeps {

  Sweep.Begun begin(Instant asOf, Set<RuleName> running);

  /** The sweep that somebody began and did not finish, if there is one. */
  Optional<Sweep> unfinished();

  /**
   * Finds the seats to propose or to withdraw, and remembers them until the sweep is finished.
   *
   * @param rules all that stand
   */
  Sweep.Found find(Sweep.Begun sweep, List<RunningRule> rules);

  /** The next seats that were found, in the order of their ids. */
  List<FoundSeat> next(Sweep.Found sweep, int atMost);

  /**
   * Remembers how far the sweep got.
   *
   * @param more what each rule has done since the last time
   */
  void save(Sweep.Found sweep, Map<RuleName, SweepCounts> more);

  /** Nothing of it is left to do: its rules have run. */
  void finish(Sweep.Found sweep);

  /** It must not go on. */
  void giveUp(Sweep sweep);

  /** Which of these seats the statement of a rule would take back now. */
  Set<SeatId> reclaimable(Rule rule, Collection<SeatId> seats, Instant asOf);

  /** All seats that rules would take back now, with these rules; nothing is written. */
  List<FoundSeat> reclaimable(Collection<VersionedRule> rules, Instant asOf);
}
