package dev.reclaim.rules.postgres;

import dev.reclaim.events.RuleName;
import dev.reclaim.events.SeatId;
import dev.reclaim.rules.FoundSeat;
import dev.reclaim.rules.Policies;
import dev.reclaim.rules.Rule;
import dev.reclaim.rules.RunningRule;
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
    return new Sweep.Found(
        plan,
        Optional.ofNullable(row.getString("last_seat")).map(SeatId::new),
        new SweepCounts(
            row.getLong("judged"),
            row.getLong("found"),
            row.getLong("withdrawn"),
            row.getLong("disagreed")));
  }

  private static Set<RuleName> rules(ResultSet row, String column) throws SQLException {
    return Sql.texts(row, column).stream()
        .map(RuleName::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Sweep.Found find(Sweep.Begun sweep, List<RunningRule> rules) {
    Fragment statement = SweepsInSql.find(sweep.plan(), rules, editions.now());
    Sweep.Found found = sweep.found(sql.patiently(statement, row -> row.getLong(1)).getFirst());
    save(found, Map.of());
    return found;
  }

  @Override
  public List<FoundSeat> next(Sweep.Found sweep, int atMost) {
    return sql.query(
        """
        SELECT seat, coalesce(array_agg(rule) FILTER (WHERE proposing), '{}') AS proposing
        FROM sweep_seat WHERE sweep = ? AND seat > ? GROUP BY seat ORDER BY seat LIMIT ?
        """,
        row -> new FoundSeat(new SeatId(row.getString("seat")), rules(row, "proposing")),
        sweep.plan().number(),
        sweep.last().map(SeatId::value).orElse(""),
        atMost);
  }

  @Override
  public void save(Sweep.Found sweep, Map<RuleName, SweepCounts> more) {
    SweepCounts counts = sweep.counts();
    sql.update(
        """
        UPDATE sweep SET found_all = true, last_seat = ?, judged = ?, found = ?, withdrawn = ?,
          disagreed = ? WHERE id = ?
        """,
        sweep.last().map(SeatId::value),
        counts.judged(),
        counts.found(),
        counts.withdrawn(),
        counts.disagreed(),
        sweep.plan().number());
    sql.batch(
        """
        UPDATE sweep_rule SET found = found + ?, withdrawn = withdrawn + ?
        WHERE sweep = ? AND rule = ?
        """,
        more.entrySet().stream()
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
  public void finish(Sweep.Found sweep) {
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
    giveUp(sweep);
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
                new SeatId(row.getString("seat")),
                Arrays.stream((Integer[]) row.getArray("rules").getArray())
                    .map(number -> numbered.get(number).name())
                    .collect(Collectors.toUnmodifiableSet())));
  }
}
