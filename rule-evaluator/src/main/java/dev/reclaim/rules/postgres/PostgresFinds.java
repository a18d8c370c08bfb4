package dev.reclaim.rules.postgres;

import dev.reclaim.events.SeatId;
import dev.reclaim.rules.FindsSeats;
import dev.reclaim.rules.Policies;
import dev.reclaim.rules.PricedSeat;
import dev.reclaim.rules.Rule;
import dev.reclaim.rules.SeatCase;
import dev.reclaim.rules.Seats;
import dev.reclaim.rules.Verdict;
import dev.reclaim.rules.VersionedRule;
import dev.reclaim.rules.Window;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Finds seats as a sweep does: the statements of the rules say which, and the judge of single seats
 * has the last word.
 */
public final class PostgresFinds implements FindsSeats {

  private static final int PAGE = 500;

  private final Sql sql;
  private final ReadsEditions editions;
  private final Seats seats;

  public PostgresFinds(DataSource database, Policies policies, Seats seats) {
    this.sql = new Sql(database);
    this.editions = new ReadsEditions(sql, policies);
    this.seats = seats;
  }

  private record Match(SeatId seat, int rule) {}

  @Override
  public void find(Collection<VersionedRule> rules, Instant asOf, Found found) {
    if (rules.isEmpty()) {
      return;
    }
    List<VersionedRule> numbered = List.copyOf(rules);
    Map<String, List<VersionedRule>> finders =
        sql.patiently(
                SweepsInSql.reclaimable(
                    numbered.stream().map(VersionedRule::rule).toList(), asOf, editions.now()),
                row -> new Match(new SeatId(row.getString("seat")), row.getInt("rule")))
            .stream()
            .collect(
                Collectors.groupingBy(
                    match -> match.seat().value(),
                    TreeMap::new,
                    Collectors.mapping(
                        match -> numbered.get(match.rule()), Collectors.toUnmodifiableList())));
    Window reach =
        rules.stream()
            .map(VersionedRule::rule)
            .map(Rule::reach)
            .reduce(Rule.USUAL, Window::orLonger);
    List<SeatId> ids = finders.keySet().stream().map(SeatId::new).toList();
    for (int from = 0; from < ids.size(); from += PAGE) {
      List<SeatId> page = ids.subList(from, Math.min(from + PAGE, ids.size()));
      for (SeatCase seat : seats.look(page, asOf, reach)) {
        tell(seat, finders.get(seat.facts().seat().id().value()), found);
      }
    }
  }

  private static void tell(SeatCase seat, List<VersionedRule> finders, Found found) {
    for (VersionedRule rule : finders) {
      if (seat.verdict(rule.rule()) instanceof Verdict.Reclaimable) {
        found.by(
            rule, new PricedSeat(seat.facts().seat(), seat.savingPerMonth(rule.rule())));
      }
    }
  }
}
