package dev.reclaim.rules.postgres;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.SourceName;
import dev.reclaim.rules.UseOnDay;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the tables know of use, up to a day. */
final class UseRows {

  private final Sql sql;
  private final LocalDate today;

  UseRows(Sql sql, LocalDate today) {
    this.sql = sql;
    this.today = today;
  }

  /** Somebody's use of something. */
  record Whose(HolderId holder, ApplicationId application) {}

  private record Of<T>(Whose whose, T fact) {}

  /** Day by day, beginning with the first that matters. */
  Map<Whose, List<UseOnDay>> days(Collection<Whose> whose, LocalDate first) {
    return sql
        .query(
            """
            SELECT u.* FROM unnest(?, ?) AS w (holder, application)
            JOIN usage_day u ON u.holder = w.holder AND u.application = w.application
            WHERE u.day BETWEEN ? AND ? AND u.opens > 0
            """,
            row -> new Of<>(whose(row), day(row)),
            whose.stream().map(Whose::holder).toList(),
            whose.stream().map(Whose::application).toList(),
            first,
            today)
        .stream()
        .collect(
            Collectors.groupingBy(
                Of::whose, Collectors.mapping(Of::fact, Collectors.toUnmodifiableList())));
  }

  /**
   * The last use of each thing that the holders ever used; holder by holder, as the index has it.
   */
  Map<HolderId, Map<ApplicationId, Instant>> last(Collection<HolderId> holders) {
    Map<HolderId, Map<ApplicationId, Instant>> last = new HashMap<>();
    sql.query(
            """
            SELECT h.holder, u.application, u.last
            FROM unnest(?::text[]) AS h (holder)
            CROSS JOIN LATERAL (
              SELECT application, max(last_use) AS last FROM usage_day
              WHERE holder = h.holder AND day <= ? AND opens > 0 GROUP BY application) u
            """,
            row -> new Of<>(whose(row), Sql.instant(row, "last")),
            holders,
            today)
        .forEach(
            of ->
                last.computeIfAbsent(of.whose().holder(), _ -> new HashMap<>())
                    .put(of.whose().application(), of.fact()));
    return last;
  }

  private static Whose whose(ResultSet row) throws SQLException {
    return new Whose(
        new HolderId(row.getString("holder")), new ApplicationId(row.getString("application")));
  }

  private static UseOnDay day(ResultSet row) throws SQLException {
    Array features = row.getArray("features");
    return new UseOnDay(
        row.getObject("day", LocalDate.class),
        Duration.ofSeconds(row.getLong("seconds")),
        new UseOnDay.Opens(row.getInt("opens"), row.getInt("unmeasured")),
        Sql.instant(row, "last_use"),
        Arrays.stream((String[]) row.getArray("sources").getArray())
            .map(SourceName::new)
            .collect(Collectors.toUnmodifiableSet()),
        features == null ? Optional.empty() : Optional.of(Set.of((String[]) features.getArray())));
  }
}
