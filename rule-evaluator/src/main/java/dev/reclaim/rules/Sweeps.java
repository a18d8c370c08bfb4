package dev.reclaim.rules;

import dev.reclaim.events.RuleName;
import dev.reclaim.events.SeatId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges all seats by statements, and remembers how far a sweep got. */
public interface Sweeps {

  Sweep.Begun begin(Instant asOf, Set<RuleName> running);

  /** The sweep that somebody began and did not finish, if there is one. */
  Optional<Sweep> unfinished();

  /** Forgets what was found by an attempt that did not get to its end. */
  void startOver(Sweep.Begun sweep);

  /**
   * Finds the seats of one slice to propose or to withdraw, and remembers them. Slices may be
   * looked through beside each other.
   *
   * @param rules all that stand
   */
  void find(Sweep.Begun sweep, Slice slice, List<RunningRule> rules);

  /** When all slices were looked through: leaves out what is over the caps of the rules. */
  Sweep.Found choose(Sweep.Begun sweep, List<RunningRule> rules);

  /**
   * The next seats that were found, in the order of their holders and ids.
   *
   * @param after the last one that is done or in hand; empty for the first ones that are left
   */
  List<FoundSeat> next(Sweep.Found sweep, Optional<FoundSeat> after, int atMost);

  /**
   * Remembers that seats are done, which were {@link #next} to each other.
   *
   * @param counts what each rule did with them
   */
  void done(Sweep.Found sweep, List<FoundSeat> page, Map<RuleName, SweepCounts> counts);

  /**
   * Nothing of it is left to do: its rules have run.
   *
   * @return what it did in all, before a stop too
   */
  SweepCounts finish(Sweep.Found sweep);

  /** It must not go on. */
  void giveUp(Sweep sweep);

  /** Which of these seats the statement of a rule would take back now. */
  Set<SeatId> reclaimable(Rule rule, Collection<SeatId> seats, Instant asOf);

  /** All seats that rules would take back now, with these rules; nothing is written. */
  List<FoundSeat> reclaimable(Collection<VersionedRule> rules, Instant asOf);
}
