package dev.reclaim.rules;

import dev.reclaim.events.SeatId;
import dev.reclaim.messaging.Cause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

/**
 * A leaver of whom HR said so beforehand is judged when the hour comes, and not with the next
 * sweep. Everybody whose last day is today is judged each time, since rules name an hour of that
 * day; who is a candidate already stays one.
 */
public final class WhenTheLastDayComes {

  /** A day, and the hour by which a clock change may make it longer. */
  private static final Duration LAST_DAY = Duration.ofHours(25);

  private static final int PAGE = 500;

  private final Leavers leavers;
  private final JudgeSeats judge;
  private final InTransaction transaction;
  private final InstantSource clock;

  public WhenTheLastDayComes(
      Leavers leavers, JudgeSeats judge, InTransaction transaction, InstantSource clock) {
    this.leavers = leavers;
    this.judge = judge;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Judges them now, page by page, each in a transaction of its own. */
  public SweepCounts look() {
    Instant now = clock.instant();
    List<SeatId> seats = transaction.call(() -> leavers.seats(now.minus(LAST_DAY), now));
    SweepCounts counts = SweepCounts.NOTHING;
    for (int i = 0; i < seats.size(); i += PAGE) {
      Collection<SeatId> page = seats.subList(i, Math.min(i + PAGE, seats.size()));
      counts =
          counts.plus(
              transaction.call(
                  () ->
                      judge.judge(
                          page,
                          now,
                          rule -> rule.pace().reactsTo().contains(Reaction.LEAVER),
                          Cause.NONE)));
    }
    return counts;
  }
}
