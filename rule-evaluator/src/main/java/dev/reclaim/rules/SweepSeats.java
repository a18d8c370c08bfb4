package dev.reclaim.rules;

import dev.reclaim.events.SeatId;
import dev.reclaim.messaging.Cause;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Judges all seats, page by page, so that memory does not grow with their number.
 *
 * <p>Each page is a transaction. If we stop between two pages, the first ones are judged and said;
 * the next sweep begins anew and finds nothing to change there.
 */
public final class SweepSeats {

  private static final int PAGE = 500;

  private final Seats seats;
  private final Policies policies;
  private final JudgeSeats judge;
  private final InTransaction transaction;
  private final OneSweeper oneSweeper;
  private final InstantSource clock;

  public SweepSeats(
      Seats seats,
      Policies policies,
      JudgeSeats judge,
      InTransaction transaction,
      OneSweeper oneSweeper,
      InstantSource clock) {
    this.seats = seats;
    this.policies = policies;
    this.judge = judge;
    this.transaction = transaction;
    this.oneSweeper = oneSweeper;
    this.clock = clock;
  }

  /**
   * Sweeps with the rules that fit; all that stand may withdraw.
   *
   * @return empty when another sweep is going on
   */
  public Optional<SweepCounts> sweep(Predicate<Rule> mayPropose, Cause cause) {
    return oneSweeper.ifFree(() -> sweepAt(clock.instant(), mayPropose, cause));
  }

  private SweepCounts sweepAt(Instant asOf, Predicate<Rule> mayPropose, Cause cause) {
    List<VersionedRule> rules = transaction.call(policies::rules);
    SweepCounts counts = SweepCounts.NOTHING;
    Optional<SeatId> last = Optional.empty();
    while (true) {
      Optional<SeatId> after = last;
      Page page =
          transaction.call(
              () -> {
                List<SeatId> ids = seats.next(after, PAGE);
                return new Page(ids, judge.judge(ids, asOf, rules, mayPropose, cause));
              });
      counts = counts.plus(page.counts());
      if (page.seats().size() < PAGE) {
        return counts;
      }
      last = Optional.of(page.seats().getLast());
    }
  }

  private record Page(List<SeatId> seats, SweepCounts counts) {}
}
