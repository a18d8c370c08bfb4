package dev.reclaim.rules.postgres;

import dev.reclaim.events.HolderId;
import dev.reclaim.events.RuleName;
import dev.reclaim.events.SeatId;
import dev.reclaim.rules.FoundSeat;
import dev.reclaim.rules.Policies;
import dev.reclaim.rules.Rule;
import dev.reclaim.rules.RunningRule;
import dev.reclaim.rules.Slice;
import dev.reclaim.rules.Sweep;
import dev.reclaim.rules.SweepCounts;
import dev.reclaim.rules.Sweeps;
import dev.reclaim.rules.VersionedRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Sweeps as statements of the database, and as a table of how far they got. */
public final class PostgresSweeps implements Sweeps {

  private final Sql sql;
  private final ReadsEditions editions;

  public PostgresSweeps(DataSource database, Policies policies) {
    this.sql = new Sql(database);
    this.editions = new ReadsEditions(sql, policies);
  }

  @Override
  public Sweep.Begun begin(Instant asOf, Set<RuleName> running) {
    long number =
        sql.query(
                "INSERT INTO sweep (as_of, running) VALUES (?, ?) RETURNING id",
                row -> row.getLong("id"),
                asOf,
                running)
            .getFirst();
    return new Sweep.Begun(new Sweep.Plan(number, asOf, running));
  }

  @Override
  public Optional<Sweep> unfinished() {
    return sql.query("SELECT * FROM sweep", PostgresSweeps::read).stream().findFirst();
  }

  private static Sweep read(ResultSet row) throws SQLException {
    Sweep.Plan plan =
        new Sweep.Plan(row.getLong("id"), Sql.instant(row, "as_of"), rules(row, "running"));
    if (!row.getBoolean("found_all")) {
      return new Sweep.Begun(plan);
    }
    return new Sweep.Found(plan);
  }

  private static Set<RuleName> rules(ResultSet row, String column) throws SQLException {
    return Sql.texts(row, column).stream()
        .map(RuleName::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void startOver(Sweep.Begun sweep) {
    sql.update("DELETE FROM sweep_seat WHERE sweep = ?", sweep.plan().number());
    sql.update("DELETE FROM sweep_rule WHERE sweep = ?", sweep.plan().number());
    sql.update("UPDATE sweep SET judged = 0 WHERE id = ?", sweep.plan().number());
  }

  @Override
  public void find(Sweep.Begun sweep, Slice slice, List<RunningRule> rules) {
    Fragment statement = SweepsInSql.find(sweep.plan(), slice, rules, editions.now());
    long judged = overall(statement);
    sql.update("UPDATE sweep SET judged = judged + ? WHERE id = ?", judged, sweep.plan().number());
  }

  /**
   * Of tables that were filled just now and of parts of a statement the planner knows little. Over
   * all seats it is never right to join each with each, and a hash is always there before a sort.
   */
  private long overall(Fragment statement) {
    sql.update("SET LOCAL enable_nestloop = off");
    sql.update("SET LOCAL enable_mergejoin = off");
    sql.update("SET LOCAL enable_sort = off");
    return sql.patiently(statement, row -> row.getLong(1)).getFirst();
  }

  @Override
  public Sweep.Found choose(Sweep.Begun sweep, List<RunningRule> rules) {
    overall(SweepsInSql.choose(sweep.plan(), rules));
    sql.update("UPDATE sweep SET found_all = true WHERE id = ?", sweep.plan().number());
    return sweep.found();
  }

  @Override
  public List<FoundSeat> next(Sweep.Found sweep, Optional<FoundSeat> after, int atMost) {
    // Of a table that was filled just now the planner knows nothing, and would read all the rest.
    sql.update("SET LOCAL enable_sort = off");
    return sql.query(
        """
        SELECT holder, seat, coalesce(array_agg(rule) FILTER (WHERE proposing), '{}') AS proposing
        FROM sweep_seat WHERE sweep = ? AND (holder, seat) > (?, ?)
        GROUP BY holder, seat ORDER BY holder, seat LIMIT ?
        """,
        row ->
            new FoundSeat(
                new HolderId(row.getString("holder")),
                new SeatId(row.getString("seat")),
                rules(row, "proposing")),
        sweep.plan().number(),
        after.map(seat -> seat.holder().value()).orElse(""),
        after.map(seat -> seat.seat().value()).orElse(""),
        atMost);
  }

  @Override
  public void done(Sweep.Found sweep, List<FoundSeat> page, Map<RuleName, SweepCounts> counts) {
    FoundSeat first = page.getFirst();
    FoundSeat last = page.getLast();
    sql.update(
        """
        DELETE FROM sweep_seat
        WHERE sweep = ? AND (holder, seat) >= (?, ?) AND (holder, seat) <= (?, ?)
        """,
        sweep.plan().number(),
        first.holder().value(),
        first.seat().value(),
        last.holder().value(),
        last.seat().value());
    add(sweep, counts);
  }

  /**
   * Other pages add to the same rows, so this comes last; whoever has the first row has them all.
   */
  private void add(Sweep.Found sweep, Map<RuleName, SweepCounts> counts) {
    SweepCounts all = SweepCounts.sum(counts.values());
    sql.update(
        """
        UPDATE sweep SET found = found + ?, withdrawn = withdrawn + ?, disagreed = disagreed + ?
        WHERE id = ?
        """,
        all.found(),
        all.withdrawn(),
        all.disagreed(),
        sweep.plan().number());
    sql.batch(
        """
        UPDATE sweep_rule SET found = found + ?, withdrawn = withdrawn + ?
        WHERE sweep = ? AND rule = ?
        """,
        counts.entrySet().stream()
            .map(
                of ->
                    new Object[] {
                      of.getValue().found(),
                      of.getValue().withdrawn(),
                      sweep.plan().number(),
                      of.getKey().value()
                    })
            .toList());
  }

  @Override
  public SweepCounts finish(Sweep.Found sweep) {
    sql.update(
        """
        INSERT INTO rule_run (rule, as_of, rule_version, mode, judged, reclaimable,
          not_enough_data, found, over_cap, withdrawn)
        SELECT r.rule, s.as_of, r.rule_version, r.mode, r.judged, r.reclaimable,
          r.not_enough_data, r.found, r.over_cap, r.withdrawn
        FROM sweep s JOIN sweep_rule r ON r.sweep = s.id WHERE s.id = ?
        ON CONFLICT (rule, as_of) DO NOTHING
        """,
        sweep.plan().number());
    SweepCounts counts =
        sql.query(
                "SELECT * FROM sweep WHERE id = ?",
                row ->
                    new SweepCounts(
                        row.getLong("judged"),
                        row.getLong("found"),
                        row.getLong("withdrawn"),
                        row.getLong("disagreed")),
                sweep.plan().number())
            .getFirst();
    giveUp(sweep);
    return counts;
  }

  @Override
  public void giveUp(Sweep sweep) {
    sql.update("DELETE FROM sweep_seat WHERE sweep = ?", sweep.plan().number());
    sql.update("DELETE FROM sweep WHERE id = ?", sweep.plan().number());
  }

  @Override
  public Set<SeatId> reclaimable(Rule rule, Collection<SeatId> seats, Instant asOf) {
    return Set.copyOf(
        sql.query(
            SweepsInSql.reclaimable(rule, seats, asOf, editions.now()),
            row -> new SeatId(row.getString("seat"))));
  }

  @Override
  public List<FoundSeat> reclaimable(Collection<VersionedRule> rules, Instant asOf) {
    List<VersionedRule> numbered = List.copyOf(rules);
    return sql.patiently(
        SweepsInSql.reclaimable(
            numbered.stream().map(VersionedRule::rule).toList(), asOf, editions.now()),
        row ->
            new FoundSeat(
                new HolderId(row.getString("holder")),
                new SeatId(row.getString("seat")),
                Arrays.stream((Integer[]) row.getArray("rules").getArray())
                    .map(number -> numbered.get(number).name())
                    .collect(Collectors.toUnmodifiableSet())));
  }
}
