package dev.reclaim.rules;

import dev.reclaim.events.RuleName;
import dev.reclaim.messaging.Cause;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Judges all seats by one statement per slice of holders, and leads what they found to candidates
 * and withdrawals page by page, so that memory does not grow with the number of seats. As many
 * slices, then pages, as there are hands are worked on beside each other, each in a transaction of
 * its own.
 *
 * <p>If we stop in the middle, the next sweep first goes on with this one, about the same moment.
 */
public final class SweepSeats {

  private static final int PAGE = 1_000;

  private final Sweeps sweeps;
  private final Turns turns;
  private final JudgeFoundSeats judge;
  private final InTransaction transaction;
  private final Hands hands;
  private final OneSweeper oneSweeper;
  private final InstantSource clock;

  public SweepSeats(
      Sweeps sweeps,
      Turns turns,
      JudgeFoundSeats judge,
      InTransaction transaction,
      Hands hands,
      OneSweeper oneSweeper,
      InstantSource clock) {
    this.sweeps = sweeps;
    this.turns = turns;
    this.judge = judge;
    this.transaction = transaction;
    this.hands = hands;
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
      inTransaction(() -> sweeps.giveUp(left));
    }
  }

  private SweepCounts toTheEnd(Sweep sweep, Cause cause) {
    List<RunningRule> rules = transaction.call(() -> turns.in(sweep.plan()));
    Sweep.Found found =
        switch (sweep) {
          case Sweep.Begun begun -> find(begun, rules);
          case Sweep.Found before -> before;
        };
    lead(found, rules.stream().map(RunningRule::versioned).toList(), cause);
    return transaction.call(() -> sweeps.finish(found));
  }

  private Sweep.Found find(Sweep.Begun sweep, List<RunningRule> rules) {
    inTransaction(() -> sweeps.startOver(sweep));
    Iterator<Slice> slices = Slice.all(hands.number()).iterator();
    hands.workOff(
        () -> slices.hasNext() ? Optional.of(slices.next()) : Optional.empty(),
        slice -> inTransaction(() -> sweeps.find(sweep, slice, rules)));
    return transaction.call(() -> sweeps.choose(sweep, rules));
  }

  private void lead(Sweep.Found sweep, List<VersionedRule> rules, Cause cause) {
    Pages pages = new Pages(after -> transaction.call(() -> sweeps.next(sweep, after, PAGE)));
    hands.workOff(pages::next, page -> inTransaction(() -> lead(page, sweep, rules, cause)));
  }

  private void lead(
      List<FoundSeat> page, Sweep.Found sweep, List<VersionedRule> rules, Cause cause) {
    sweeps.done(sweep, page, judge.judge(page, sweep.plan().asOf(), rules, cause));
  }

  private void inTransaction(Runnable work) {
    transaction.call(
        () -> {
          work.run();
          return work;
        });
  }

  /** Reads one page after the other. */
  private static final class Pages {

    private final Function<Optional<FoundSeat>, List<FoundSeat>> read;
    private Optional<FoundSeat> last = Optional.empty();

    Pages(Function<Optional<FoundSeat>, List<FoundSeat>> read) {
      this.read = read;
    }

    Optional<List<FoundSeat>> next() {
      List<FoundSeat> page = read.apply(last);
      if (page.isEmpty()) {
        return Optional.empty();
      }
      last = Optional.of(page.getLast());
      return Optional.of(page);
    }
  }
}
