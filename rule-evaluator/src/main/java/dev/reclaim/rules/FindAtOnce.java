package dev.reclaim.rules;

import dev.reclaim.events.RuleName;
import dev.reclaim.events.SeatId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds seats by the statements of a sweep, and looks only at those that were found. */
public final class FindAtOnce implements FindsSeats {

  private static final int PAGE = 500;

  private final Sweeps sweeps;
  private final Seats seats;

  public FindAtOnce(Sweeps sweeps, Seats seats) {
    this.sweeps = sweeps;
    this.seats = seats;
  }

  @Override
  public void find(Collection<VersionedRule> rules, Instant asOf, Found found) {
    if (rules.isEmpty()) {
      return;
    }
    List<FoundSeat> all = sweeps.reclaimable(rules, asOf);
    for (int from = 0; from < all.size(); from += PAGE) {
      look(all.subList(from, Math.min(from + PAGE, all.size())), rules, asOf, found);
    }
  }

  private void look(
      List<FoundSeat> page, Collection<VersionedRule> rules, Instant asOf, Found found) {
    Map<SeatId, Set<RuleName>> by =
        page.stream().collect(Collectors.toMap(FoundSeat::seat, FoundSeat::proposing));
    for (SeatCase seat : seats.look(by.keySet(), asOf, JudgeSeats.reach(rules))) {
      for (VersionedRule rule : rules) {
        if (by.get(seat.facts().seat().id()).contains(rule.name())
            && seat.verdict(rule.rule()) instanceof Verdict.Reclaimable) {
          found.by(rule, new PricedSeat(seat.facts().seat(), seat.savingPerMonth(rule.rule())));
        }
      }
    }
  }
}
