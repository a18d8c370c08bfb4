package dev.reclaim.rules;

import dev.reclaim.events.RuleName;
import dev.reclaim.messaging.Cause;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Judges all seats by one statement per rule, and leads what they found to candidates and
 * withdrawals page by page, so that memory does not grow with the number of seats.
 *
 * <p>If we stop in the middle, the next sweep first goes on with this one, about the same moment.
 */
public final class SweepSeats {

  private static final int PAGE = 1_000;

  private final Sweeps sweeps;
  private final Turns turns;
  private final JudgeFoundSeats judge;
  private final InTransaction transaction;
  private final OneSweeper oneSweeper;
  private final InstantSource clock;

  public SweepSeats(
      Sweeps sweeps,
      Turns turns,
      JudgeFoundSeats judge,
      InTransaction transaction,
      OneSweeper oneSweeper,
      InstantSource clock) {
    this.sweeps = sweeps;
    this.turns = turns;
    this.judge = judge;
    this.transaction = transaction;
    this.oneSweeper = oneSweeper;
    this.clock = clock;
  }

  /**
   * Sweeps with all rules whose time has come; all that stand may withdraw.
   *
   * @return empty when another sweep is going on
   */
  public Optional<SweepCounts> sweep(Cause cause) {
    return sweep(turns::isDue, cause);
  }

  /** As above, with one rule, whatever its timetable says. */
  public Optional<SweepCounts> sweep(RuleName only, Cause cause) {
    return sweep((rule, _) -> rule.name().equals(only), cause);
  }

  private Optional<SweepCounts> sweep(BiPredicate<VersionedRule, Instant> runs, Cause cause) {
    return oneSweeper.ifFree(
        () -> {
          transaction.call(sweeps::unfinished).ifPresent(left -> goOn(left, cause));
          return toTheEnd(transaction.call(() -> begin(runs)), cause);
        });
  }

  private Sweep begin(BiPredicate<VersionedRule, Instant> runs) {
    // The database keeps microseconds; the statements and the judge must mean the same moment.
    Instant asOf = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return sweeps.begin(asOf, turns.of(rule -> runs.test(rule, asOf)));
  }

  private void goOn(Sweep left, Cause cause) {
    if (left.plan().mayGoOnAt(clock.instant())) {
      toTheEnd(left, cause);
    } else {
      transaction.call(
          () -> {
            sweeps.giveUp(left);
            return left;
          });
    }
  }

  private SweepCounts toTheEnd(Sweep sweep, Cause cause) {
    List<RunningRule> rules = transaction.call(() -> turns.in(sweep.plan()));
    Sweep.Found found =
        switch (sweep) {
          case Sweep.Begun begun -> transaction.call(() -> sweeps.find(begun, rules));
          case Sweep.Found before -> before;
        };
    List<VersionedRule> standing = rules.stream().map(RunningRule::versioned).toList();
    while (true) {
      Sweep.Found before = found;
      Optional<Sweep.Found> after = transaction.call(() -> page(before, standing, cause));
      if (after.isEmpty()) {
        return before.counts();
      }
      found = after.get();
    }
  }

  /** Empty when no page is left. */
  private Optional<Sweep.Found> page(Sweep.Found sweep, List<VersionedRule> rules, Cause cause) {
    List<FoundSeat> page = sweeps.next(sweep, PAGE);
    if (page.isEmpty()) {
      sweeps.finish(sweep);
      return Optional.empty();
    }
    Map<RuleName, SweepCounts> counts = judge.judge(page, sweep.plan().asOf(), rules, cause);
    Sweep.Found after = sweep.upTo(page.getLast().seat(), SweepCounts.sum(counts.values()));
    sweeps.save(after, counts);
    return Optional.of(after);
  }
}
