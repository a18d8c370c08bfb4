package dev.reclaim.usage.postgres;

import static dev.reclaim.usage.postgres.Sql.instant;
import static dev.reclaim.usage.postgres.Sql.optionalInstant;

import dev.reclaim.usage.LookState;
import dev.reclaim.usage.SourceOverview;
import dev.reclaim.usage.SourceOverview.Application;
import dev.reclaim.usage.SourceOverview.Look;
import dev.reclaim.usage.SourceOverview.Source;
import dev.reclaim.usage.SourceOverview.Unmatched;
import dev.reclaim.usage.SourceOverview.Waiting;
import dev.reclaim.usage.TellsSources;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** How all sources stand, read off the tables. */
public final class OverviewTables implements TellsSources {

  private final Sql sql;
  private final LookTable looks;

  public OverviewTables(DataSource database) {
    this.sql = new Sql(database);
    this.looks = new LookTable(database);
  }

  @Override
  public SourceOverview overview() {
    return new SourceOverview(
        sources(), waiting(), looks.all().stream().map(OverviewTables::look).toList());
  }

  private List<Source> sources() {
    Map<String, Map<String, Long>> ignored = ignored();
    Map<String, List<Application>> applications = applications();
    return sql.list(
        """
        SELECT coalesce(l.source, i.source) AS source, coalesce(l.records, 0) AS records,
          l.first_at, l.last_at
        FROM (SELECT source, sum(records)::bigint AS records, min(first_at) AS first_at,
            max(last_at) AS last_at FROM source_label GROUP BY source) l
        FULL JOIN (SELECT DISTINCT source FROM source_ignored) i ON i.source = l.source
        ORDER BY 1
        """,
        row -> {
          String source = row.getString("source");
          return new Source(
              source,
              row.getLong("records"),
              optionalInstant(row, "first_at"),
              optionalInstant(row, "last_at"),
              ignored.getOrDefault(source, Map.of()),
              applications.getOrDefault(source, List.of()));
        });
  }

  private Map<String, Map<String, Long>> ignored() {
    record Ignored(String source, String reason, long records) {}
    return sql
        .list(
            "SELECT source, reason, records FROM source_ignored",
            row ->
                new Ignored(
                    row.getString("source"), row.getString("reason"), row.getLong("records")))
        .stream()
        .collect(
            Collectors.groupingBy(
                Ignored::source,
                Collectors.toMap(Ignored::reason, Ignored::records, Long::sum, TreeMap::new)));
  }

  private Map<String, List<Application>> applications() {
    record Of(String source, Application application) {}
    return sql
        .list(
            """
                SELECT s.source, k.application, sum(s.records)::bigint AS records,
                  min(s.first_at) AS first_at, max(s.last_at) AS last_at,
                  max(h.coverage_from) AS coverage_from
                FROM source_label s
                JOIN known_label k ON k.label = s.label AND k.application IS NOT NULL
                  AND (k.sources IS NULL OR s.source = ANY (k.sources))
                LEFT JOIN source_health h
                  ON h.source = s.source AND h.application = k.application
                GROUP BY s.source, k.application ORDER BY 1, 2
                """,
            row ->
                new Of(
                    row.getString("source"),
                    new Application(
                        row.getString("application"),
                        row.getLong("records"),
                        instant(row, "first_at"),
                        instant(row, "last_at"),
                        optionalInstant(row, "coverage_from"))))
        .stream()
        .collect(
            Collectors.groupingBy(
                Of::source, Collectors.mapping(Of::application, Collectors.toList())));
  }

  private Waiting waiting() {
    return new Waiting(
        count(
            """
            SELECT count(DISTINCT u.account) AS n FROM usage_rollup u
            LEFT JOIN known_account k ON k.account = u.account WHERE k.holder IS NULL
            """),
        unmatched(
            """
            SELECT u.account AS name, sum(u.opens)::bigint AS opens, CASE WHEN k.account IS NULL
              THEN 'nobody goes by this name' ELSE 'several holders go by this name' END AS why
            FROM usage_rollup u LEFT JOIN known_account k ON k.account = u.account
            WHERE k.holder IS NULL GROUP BY u.account, k.account
            """),
        count(
            """
            SELECT count(DISTINCT s.label) AS n FROM source_label s
            LEFT JOIN known_label k ON k.label = s.label
              AND (k.sources IS NULL OR s.source = ANY (k.sources))
            WHERE k.application IS NULL
            """),
        unmatched(
            """
            SELECT s.label AS name, sum(s.records)::bigint AS opens, CASE WHEN k.label IS NULL
              THEN 'no application goes by this name; it counts as presence elsewhere'
              ELSE 'several applications go by this name' END AS why
            FROM source_label s LEFT JOIN known_label k ON k.label = s.label
              AND (k.sources IS NULL OR s.source = ANY (k.sources))
            WHERE k.application IS NULL GROUP BY s.label, k.label
            """),
        unmatched(
            """
            SELECT s.label || ': ' || s.spelling AS name, count(*) AS opens,
              'holder or application is not known, or not one alone' AS why
            FROM seat s WHERE s.published_holder IS NULL GROUP BY s.label, s.spelling
            """));
  }

  private long count(String select) {
    return sql.list(select, row -> row.getLong("n")).getFirst();
  }

  private List<Unmatched> unmatched(String select) {
    return sql.list(
        select + " ORDER BY opens DESC, name LIMIT 100",
        row -> new Unmatched(row.getString("name"), row.getLong("opens"), row.getString("why")));
  }

  private static Look look(LookState state) {
    return new Look(
        state.application().value(),
        state.lookedAt(),
        state.completeAt(),
        state.members(),
        state.trouble().isPresent(),
        state.held() > 0,
        state.trouble());
  }
}
