package dev.reclaim.usage.postgres;

import static dev.reclaim.usage.postgres.Sql.column;
import static dev.reclaim.usage.postgres.Sql.date;
import static dev.reclaim.usage.postgres.Sql.instant;
import static dev.reclaim.usage.postgres.Sql.texts;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.SignalEvent.SourceHealth;
import dev.reclaim.events.SignalEvent.SourceHealth.Sees;
import dev.reclaim.events.SourceName;
import dev.reclaim.usage.KeepsSources;
import dev.reclaim.usage.SourceSight;
import dev.reclaim.usage.UsageRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/** What each source has told, in tables by day and by label. */
public final class SourceTables implements KeepsSources {

  private final Sql sql;

  public SourceTables(DataSource database) {
    this.sql = new Sql(database);
  }

  @Override
  public void saw(Collection<UsageRow> rows) {
    sql.run(
        """
        INSERT INTO source_day AS old (source, day, first_at, last_at)
        SELECT source, day, min(first_use), max(last_use)
        FROM unnest(?, ?, ?, ?) AS t(source, day, first_use, last_use) GROUP BY source, day
        ON CONFLICT (source, day) DO UPDATE SET
          first_at = least(old.first_at, excluded.first_at),
          last_at = greatest(old.last_at, excluded.last_at)
        """,
        column("text", rows, UsageRow::source),
        column("date", rows, UsageRow::day),
        column("timestamptz", rows, UsageRow::firstUse),
        column("timestamptz", rows, UsageRow::lastUse));
    sql.run(
        """
        INSERT INTO source_label AS old (source, label, records, unmeasured, first_at, last_at)
        SELECT source, label, sum(records), sum(unmeasured), min(first_use), max(last_use)
        FROM unnest(?, ?, ?, ?, ?, ?) AS t(source, label, records, unmeasured, first_use, last_use)
        GROUP BY source, label
        ON CONFLICT (source, label) DO UPDATE SET
          records = old.records + excluded.records,
          unmeasured = old.unmeasured + excluded.unmeasured,
          first_at = least(old.first_at, excluded.first_at),
          last_at = greatest(old.last_at, excluded.last_at)
        """,
        column("text", rows, UsageRow::source),
        column("text", rows, UsageRow::label),
        column("bigint", rows, UsageRow::records),
        column("bigint", rows, UsageRow::unmeasured),
        column("timestamptz", rows, UsageRow::firstUse),
        column("timestamptz", rows, UsageRow::lastUse));
  }

  @Override
  public void ignored(String source, Map<String, Integer> countByReason) {
    Collection<Map.Entry<String, Integer>> rows = countByReason.entrySet();
    sql.run(
        """
        INSERT INTO source_ignored AS old (source, reason, records)
        SELECT ?, reason, records FROM unnest(?, ?) AS t(reason, records) ORDER BY reason
        ON CONFLICT (source, reason) DO UPDATE SET records = old.records + excluded.records
        """,
        source,
        column("text", rows, Map.Entry::getKey),
        column("bigint", rows, Map.Entry::getValue));
  }

  @Override
  public Set<String> knowing(Set<String> labels) {
    return Set.copyOf(
        sql.list(
            "SELECT DISTINCT source FROM source_label WHERE label = ANY (?)",
            row -> row.getString("source"),
            texts(labels)));
  }

  @Override
  public List<SourceSight> sights(Set<String> sources) {
    record Day(String source, LocalDate day, Instant first, Instant last) {}
    record First(String source, ApplicationId application, SourceSight.Begin begin) {}
    Map<String, SortedMap<LocalDate, Instant>> days = new HashMap<>();
    Map<String, Instant> newest = new HashMap<>();
    for (Day day :
        sql.list(
            "SELECT * FROM source_day WHERE source = ANY (?)",
            row ->
                new Day(
                    row.getString("source"),
                    date(row, "day"),
                    instant(row, "first_at"),
                    instant(row, "last_at")),
            texts(sources))) {
      days.computeIfAbsent(day.source(), _ -> new TreeMap<>()).put(day.day(), day.first());
      newest.merge(day.source(), day.last(), (a, b) -> a.isAfter(b) ? a : b);
    }
    Map<String, Map<ApplicationId, SourceSight.Begin>> firsts = new HashMap<>();
    sql.list(
            """
            SELECT s.source, l.application, min(s.first_at) AS first_at,
              bool_and(s.unmeasured = 0) AS measured
            FROM source_label s JOIN known_label l
              ON l.label = s.label AND (l.sources IS NULL OR s.source = ANY (l.sources))
            WHERE s.source = ANY (?) AND l.application IS NOT NULL
            GROUP BY s.source, l.application
            """,
            row ->
                new First(
                    row.getString("source"),
                    new ApplicationId(row.getString("application")),
                    new SourceSight.Begin(
                        instant(row, "first_at"),
                        row.getBoolean("measured") ? Sees.ACTIVITY : Sees.OPENS)),
            texts(sources))
        .forEach(
            first ->
                firsts
                    .computeIfAbsent(first.source(), _ -> new HashMap<>())
                    .put(first.application(), first.begin()));
    return days.keySet().stream()
        .map(
            source ->
                new SourceSight(
                    new SourceName(source),
                    newest.get(source),
                    days.get(source),
                    firsts.getOrDefault(source, Map.of())))
        .toList();
  }

  @Override
  public List<SourceHealth> published(Set<String> sources) {
    return sql.list(
        "SELECT * FROM source_health WHERE source = ANY (?)",
        row ->
            new SourceHealth(
                new SourceName(row.getString("source")),
                new ApplicationId(row.getString("application")),
                instant(row, "coverage_from"),
                instant(row, "last_record_at"),
                Optional.of(Sees.valueOf(row.getString("sees")))),
        texts(sources));
  }

  @Override
  public void publish(Collection<SourceHealth> told) {
    if (told.isEmpty()) {
      return;
    }
    sql.run(
        """
        INSERT INTO source_health (source, application, coverage_from, last_record_at, sees)
        SELECT * FROM unnest(?, ?, ?, ?, ?)
        ON CONFLICT (source, application) DO UPDATE SET
          coverage_from = excluded.coverage_from, last_record_at = excluded.last_record_at,
          sees = excluded.sees
        """,
        column("text", told, SourceHealth::source),
        column("text", told, SourceHealth::application),
        column("timestamptz", told, SourceHealth::coverageFrom),
        column("timestamptz", told, SourceHealth::lastRecordAt),
        column("text", told, health -> health.sees().orElse(Sees.OPENS)));
  }
}
