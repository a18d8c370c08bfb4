package dev.reclaim.usage.postgres;

import static dev.reclaim.usage.postgres.Sql.column;
import static dev.reclaim.usage.postgres.Sql.date;
import static dev.reclaim.usage.postgres.Sql.instant;
import static dev.reclaim.usage.postgres.Sql.texts;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.SignalEvent.UsageDay;
import dev.reclaim.events.SourceName;
import dev.reclaim.usage.CountsUsage;
import dev.reclaim.usage.DayKey;
import dev.reclaim.usage.UsageRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Usage in tables, added up by the database. */
public final class UsageTables implements CountsUsage {

  private final Sql sql;

  public UsageTables(DataSource database) {
    this.sql = new Sql(database);
  }

  @Override
  public void add(Collection<UsageRow> rows) {
    sql.run(
        """
        INSERT INTO usage_rollup AS old
          (account, day, label, source, seconds, opens, unmeasured, first_use, last_use, features)
        SELECT account, day, label, source, seconds, opens, unmeasured, first_use, last_use,
          string_to_array(features, E'\\n')
        FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS t(account, day, label, source, seconds, opens,
          unmeasured, first_use, last_use, features)
        ON CONFLICT (account, day, label, source) DO UPDATE SET
          seconds = old.seconds + excluded.seconds,
          opens = old.opens + excluded.opens,
          unmeasured = old.unmeasured + excluded.unmeasured,
          first_use = least(old.first_use, excluded.first_use),
          last_use = greatest(old.last_use, excluded.last_use),
          features = CASE
            WHEN old.features IS NULL OR old.features @> excluded.features THEN old.features
            WHEN excluded.features IS NOT NULL
              AND cardinality(old.features || excluded.features) <= 200
            THEN ARRAY(SELECT DISTINCT unnest(old.features || excluded.features) ORDER BY 1) END
        """,
        column("text", rows, UsageRow::account),
        column("date", rows, UsageRow::day),
        column("text", rows, UsageRow::label),
        column("text", rows, UsageRow::source),
        column("bigint", rows, UsageRow::seconds),
        column("bigint", rows, UsageRow::opens),
        column("bigint", rows, UsageRow::unmeasured),
        column("timestamptz", rows, UsageRow::firstUse),
        column("timestamptz", rows, UsageRow::lastUse),
        column("text", rows, row -> row.features().map(UsageTables::lines).orElse(null)));
  }

  private static String lines(Set<String> features) {
    return String.join("\n", features);
  }

  private record Touched(DayKey day, String account) {}

  @Override
  public Map<DayKey, String> daysOfAccounts(Collection<String> accounts) {
    return accounts.isEmpty()
        ? Map.of()
        : byDay(
            sql.list(
                """
                SELECT DISTINCT holder, application, day, account FROM counted_usage
                WHERE account = ANY (?)
                """,
                UsageTables::touched,
                texts(accounts)));
  }

  @Override
  public Set<DayKey> daysOfLabels(Collection<String> labels) {
    return labels.isEmpty()
        ? Set.of()
        : new HashSet<>(
            sql.list(
                """
                SELECT DISTINCT holder, application, day FROM counted_usage
                WHERE label = ANY (?)
                """,
                UsageTables::day,
                texts(labels)));
  }

  @Override
  public Map<DayKey, String> daysOf(Collection<UsageRow> rows) {
    return byDay(
        sql.list(
            """
            SELECT DISTINCT c.holder, c.application, c.day, c.account
            FROM unnest(?, ?, ?) AS t(account, day, label)
            JOIN counted_usage c
              ON c.account = t.account AND c.day = t.day AND c.label = t.label
            """,
            UsageTables::touched,
            column("text", rows, UsageRow::account),
            column("date", rows, UsageRow::day),
            column("text", rows, UsageRow::label)));
  }

  @Override
  public List<UsageDay> recount(Collection<DayKey> days) {
    return sql.list(
        """
        WITH wanted AS (
          SELECT DISTINCT * FROM unnest(?, ?, ?) AS t(holder, application, day)
        ), counted AS (
          SELECT w.holder, w.application, w.day,
            coalesce(sum(c.seconds), 0)::bigint AS seconds,
            least(coalesce(sum(c.opens), 0), 2147483647)::int AS opens,
            least(coalesce(sum(c.unmeasured), 0), 2147483647)::int AS unmeasured,
            coalesce(max(c.last_use), w.day::timestamp AT TIME ZONE 'UTC') AS last_use,
            coalesce(array_agg(DISTINCT c.source) FILTER (WHERE c.source IS NOT NULL), '{}')
              AS sources,
            string_to_array(string_agg(DISTINCT array_to_string(c.features, E'\\n'), E'\\n'), E'\\n')
              AS named
          FROM wanted w LEFT JOIN counted_usage c
            ON c.holder = w.holder AND c.application = w.application AND c.day = w.day
          GROUP BY w.holder, w.application, w.day
        )
        INSERT INTO usage_day AS old
          (holder, application, day, seconds, opens, unmeasured, last_use, sources, features,
            revision)
        SELECT holder, application, day, seconds, opens, unmeasured, last_use, sources,
          CASE WHEN named IS NOT NULL
            THEN ARRAY(SELECT DISTINCT unnest(named) ORDER BY 1) END,
          1
        FROM counted
        WHERE opens > 0 OR EXISTS (
          SELECT FROM usage_day d WHERE d.holder = counted.holder
            AND d.application = counted.application AND d.day = counted.day)
        ORDER BY holder, application, day
        ON CONFLICT (holder, application, day) DO UPDATE SET
          seconds = excluded.seconds, opens = excluded.opens, unmeasured = excluded.unmeasured,
          last_use = excluded.last_use, sources = excluded.sources, features = excluded.features,
          revision = old.revision + 1
        WHERE (old.seconds, old.opens, old.unmeasured, old.last_use, old.sources, old.features)
          IS DISTINCT FROM (excluded.seconds, excluded.opens, excluded.unmeasured,
            excluded.last_use, excluded.sources, excluded.features)
        RETURNING *
        """,
        UsageTables::usageDay,
        column("text", days, DayKey::holder),
        column("text", days, DayKey::application),
        column("date", days, DayKey::day));
  }

  private static Map<DayKey, String> byDay(List<Touched> touched) {
    Map<DayKey, String> days = new HashMap<>();
    touched.forEach(one -> days.put(one.day(), one.account()));
    return days;
  }

  private static Touched touched(ResultSet row) throws SQLException {
    return new Touched(day(row), row.getString("account"));
  }

  private static DayKey day(ResultSet row) throws SQLException {
    return new DayKey(
        new HolderId(row.getString("holder")),
        new ApplicationId(row.getString("application")),
        date(row, "day"));
  }

  private static UsageDay usageDay(ResultSet row) throws SQLException {
    DayKey key = day(row);
    return new UsageDay(
        key.holder(),
        key.application(),
        key.day(),
        row.getLong("seconds"),
        row.getInt("opens"),
        row.getInt("unmeasured"),
        instant(row, "last_use"),
        texts(row, "sources").stream().map(SourceName::new).collect(Collectors.toSet()),
        row.getLong("revision"),
        row.getArray("features") == null
            ? Optional.empty()
            : Optional.of(new TreeSet<>(texts(row, "features"))));
  }
}
