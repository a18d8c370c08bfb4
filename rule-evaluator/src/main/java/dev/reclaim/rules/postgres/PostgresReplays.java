package dev.reclaim.rules.postgres;

import dev.reclaim.events.Money;
import dev.reclaim.events.SeatId;
import dev.reclaim.rules.Coverage;
import dev.reclaim.rules.Policies;
import dev.reclaim.rules.Replay;
import dev.reclaim.rules.Replays;
import dev.reclaim.rules.Rule;
import dev.reclaim.rules.SeatCase;
import java.math.RoundingMode;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Replays by the statement of the rule, over the tables as they were. */
public final class PostgresReplays implements Replays {

  private final Sql sql;
  private final Policies policies;
  private final ReadsEditions editions;

  public PostgresReplays(DataSource database, Policies policies) {
    this.sql = new Sql(database);
    this.policies = policies;
    this.editions = new ReadsEditions(sql, policies);
  }

  @Override
  public long begin() {
    sql.update("DELETE FROM replay WHERE begun_at < now() - interval '1 day'");
    return sql.query("INSERT INTO replay DEFAULT VALUES RETURNING id", row -> row.getLong("id"))
        .getFirst();
  }

  @Override
  public long take(long replay, Rule rule, Instant asOf) {
    FactsInSql facts = new FactsInSql(asOf, editions.now());
    Fragment verdicts = new RulesInSql(facts).verdicts(rule);
    return sql.patiently(
            Fragment.of(
                """
                WITH ?,
                ?,
                took AS (
                  INSERT INTO replay_seat (replay, seat, holder, application, day, price, currency)
                  SELECT ?::bigint, f.id, f.holder, f.application, ?::date, t.price, t.currency
                  FROM (?) v
                  JOIN fact f ON f.id = v.seat
                  LEFT JOIN term t ON t.application = v.application AND t.tier = v.tier
                  WHERE v.value = 3
                  ON CONFLICT DO NOTHING RETURNING 1)
                SELECT count(*) FROM took""",
                new PastInSql(asOf).tables(),
                facts.tables(Whose.EVERYBODY),
                replay,
                LocalDate.ofInstant(asOf, ZoneOffset.UTC),
                verdicts),
            row -> row.getLong(1))
        .getFirst();
  }

  @Override
  public Replay.Found outcome(long replay, Rule rule, LocalDate last, LocalDate today) {
    sql.update(
        """
        UPDATE replay_seat r SET back = (
          SELECT min(u.day) FROM usage_day u
          WHERE u.holder = r.holder AND u.application = r.application AND u.opens > 0
            AND u.day > r.day)
        WHERE replay = ?
        """,
        replay);
    SortedMap<Integer, Replay.Confusion> confusion = new TreeMap<>();
    for (int horizon : Replay.HORIZONS) {
      confusion.put(horizon, confusion(replay, rule, last, today, horizon));
    }
    return new Replay.Found(byDay(replay), confusion, saved(replay, last));
  }

  private SortedMap<LocalDate, Long> byDay(long replay) {
    SortedMap<LocalDate, Long> days = new TreeMap<>();
    sql.query(
        "SELECT day, count(*) AS seats FROM replay_seat WHERE replay = ? GROUP BY day",
        row -> days.put(day(row, "day"), row.getLong("seats")),
        replay);
    return days;
  }

  private Replay.Confusion confusion(
      long replay, Rule rule, LocalDate last, LocalDate today, int horizon) {
    return sql.query(
            Fragment.of(
                """
                WITH ?,
                ?,
                ?
                SELECT came, stayed, ended - came - stayed AS unknown, taken - ended AS open,
                  used, unused, kept - used - unused AS unseen
                FROM (
                  SELECT count(*) AS taken, count(*) FILTER (WHERE came) AS came,
                    count(*) FILTER (WHERE came OR ended) AS ended,
                    count(*) FILTER (WHERE ended AND watched AND NOT came) AS stayed
                  FROM taken) t,
                  (SELECT count(*) AS kept, count(*) FILTER (WHERE used) AS used,
                    count(*) FILTER (WHERE watched AND NOT used) AS unused FROM kept) k""",
                new PastInSql(Replay.Period.endOf(last)).tables(),
                taken(replay, today, horizon),
                kept(replay, rule, last, horizon)),
            row ->
                new Replay.Confusion(
                    row.getLong("came"),
                    row.getLong("stayed"),
                    row.getLong("unknown"),
                    row.getLong("open"),
                    row.getLong("used"),
                    row.getLong("unused"),
                    row.getLong("unseen")))
        .getFirst();
  }

  private static Fragment taken(long replay, LocalDate today, int horizon) {
    return Fragment.of(
        """
        taken AS (
          SELECT coalesce(back <= day + ?::int, false) AS came,
            day + ?::int < ?::date AS ended, ? AS watched
          FROM replay_seat s WHERE replay = ?)""",
        horizon,
        horizon,
        today,
        watched(Fragment.of("day"), Fragment.of("day + ?::int", horizon)),
        replay);
  }

  private static Fragment kept(long replay, Rule rule, LocalDate last, int horizon) {
    return Fragment.of(
        """
        kept AS (
          SELECT ? AS watched, EXISTS (
              SELECT FROM usage_day u
              WHERE u.holder = s.holder AND u.application = s.application AND u.opens > 0
                AND u.day > ?::date - ?::int AND u.day <= ?::date) AS used
          FROM seat s
          WHERE (s.gone_at IS NULL OR s.last_seen > s.gone_at)
            AND (?::boolean OR s.application = ANY(?))
            AND NOT EXISTS (SELECT FROM replay_seat r WHERE r.replay = ? AND r.seat = s.id))""",
        watched(Fragment.of("?::date - ?::int", last, horizon), Fragment.of("?::date", last)),
        last,
        horizon,
        last,
        rule.applications().isEmpty(),
        rule.applications(),
        replay);
  }

  /**
   * Whether one source saw all use of a seat {@code s} after a day up to the end of another, as far
   * as is known today; the use of an account that nobody is known by cannot be told.
   */
  private static Fragment watched(Fragment after, Fragment last) {
    return Fragment.of(
        """
        (NOT starts_with(s.holder, 'acc-') AND EXISTS (
          SELECT FROM public.source_health w
          WHERE w.application = s.application AND w.believed_from <= now()
            AND w.coverage_from <= (? + 1)::timestamp AT TIME ZONE 'UTC'
            AND w.last_record_at + ?::int * interval '1 second'
              >= (? + 1)::timestamp AT TIME ZONE 'UTC'))""",
        after,
        Math.toIntExact(Coverage.STALE_AFTER.toSeconds()),
        last);
  }

  /** By the day; a month is a twelfth of 365 days. */
  private List<Money> saved(long replay, LocalDate last) {
    return sql.query(
        """
        SELECT currency, sum(price * greatest(0, least(back, ?::date) - day)) * 12 / 365 AS saved
        FROM replay_seat WHERE replay = ? AND price IS NOT NULL GROUP BY currency ORDER BY currency
        """,
        row ->
            new Money(
                row.getBigDecimal("saved").setScale(2, RoundingMode.HALF_EVEN),
                Currency.getInstance(row.getString("currency"))),
        Date.valueOf(last),
        replay);
  }

  @Override
  public List<Replay.Taken> taken(long replay, int atMost) {
    return sql.query(
        """
        SELECT * FROM replay_seat WHERE replay = ?
        ORDER BY back IS NULL, day, seat LIMIT ?
        """,
        row ->
            new Replay.Taken(
                new SeatId(row.getString("seat")),
                day(row, "day"),
                Optional.ofNullable(row.getObject("back", LocalDate.class))),
        replay,
        atMost);
  }

  @Override
  public List<SeatCase> look(Collection<SeatId> seats, Instant asOf, Rule rule) {
    return new GathersFacts(sql.before(new PastInSql(asOf).tables()), policies)
        .of(seats, asOf, rule.reach());
  }

  @Override
  public void forget(long replay) {
    sql.update("DELETE FROM replay WHERE id = ?", replay);
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }
}
