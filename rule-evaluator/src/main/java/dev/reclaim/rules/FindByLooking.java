package dev.reclaim.rules;

import dev.reclaim.events.SeatId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds seats by looking at each, page by page. */
public final class FindByLooking implements FindsSeats {

  private static final int PAGE = 500;

  private final Seats seats;

  public FindByLooking(Seats seats) {
    this.seats = seats;
  }

  @Override
  public void find(Collection<VersionedRule> rules, Instant asOf, Found found) {
    if (rules.isEmpty()) {
      return;
    }
    Window reach = JudgeSeats.reach(rules);
    Optional<SeatId> last = Optional.empty();
    List<SeatId> page;
    do {
      page = seats.next(last, PAGE);
      seats.look(page, asOf, reach).forEach(seat -> judge(seat, rules, found));
      last = page.stream().reduce((before, after) -> after);
    } while (page.size() == PAGE);
  }

  private static void judge(SeatCase seat, Collection<VersionedRule> rules, Found found) {
    for (VersionedRule rule : rules) {
      if (seat.verdict(rule.rule()) instanceof Verdict.Reclaimable) {
        found.by(rule, new PricedSeat(seat.facts().seat(), seat.savingPerMonth(rule.rule())));
      }
    }
  }
}
