package dev.reclaim.revocation.postgres;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.revocation.SourceLimits;
import dev.reclaim.revocation.SourcesSeen;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts what sources have said lately: who has left, which seats have vanished, and when a source
 * was last heard of. What a new word of a source may let go at once is read each time.
 */
public final class ReadsSources {

  /** All seats and people are counted at most this often; many of them take a while. */
  private static final Duration MOMENT = Duration.ofMillis(500);

  private static final Duration LONGER_MOMENT = Duration.ofSeconds(3);
  private static final int MANY = 1_000;

  private final Statements sql;
  private final Map<ApplicationId, Seats> lately = new ConcurrentHashMap<>();
  private volatile People everybody = new People(0, Instant.MIN);

  public ReadsSources(Statements sql) {
    this.sql = sql;
  }

  private record Seats(int vanished, int all, Instant at) {

    boolean stillGoodAt(Instant now) {
      return isRecent(at, all, now);
    }
  }

  private record People(int all, Instant at) {

    boolean stillGoodAt(Instant now) {
      return isRecent(at, all, now);
    }
  }

  private static boolean isRecent(Instant at, int counted, Instant now) {
    return at.isAfter(now.minus(counted < MANY ? MOMENT : LONGER_MOMENT));
  }

  Map<ApplicationId, SourcesSeen> of(Collection<ApplicationId> applications, Instant now) {
    Map<String, Instant> lastRecords = lastRecords(applications);
    int left = left(now);
    int people = people(now);
    Map<ApplicationId, SourcesSeen> seen = new LinkedHashMap<>();
    for (ApplicationId id : applications) {
      Seats seats = seats(id, now);
      seen.put(
          id,
          new SourcesSeen(
              Optional.ofNullable(lastRecords.get(id.value())),
              seats.vanished(),
              seats.all(),
              left,
              people));
    }
    return seen;
  }

  private Map<String, Instant> lastRecords(Collection<ApplicationId> applications) {
    Map<String, Instant> found = new HashMap<>();
    sql.query(
        """
        SELECT application, max(last_record_at) AS at FROM source_health
        WHERE application = ANY (?) GROUP BY application
        """,
        row -> found.put(row.getString("application"), row.getTimestamp("at").toInstant()),
        Batch.Column.texts(List.copyOf(applications)));
    return found;
  }

  private int left(Instant now) {
    return sql.first(
            "SELECT count(*) AS gone FROM holder_profile WHERE is_person AND left_at > ?",
            row -> row.getInt("gone"),
            now.minus(SourceLimits.WAVE))
        .orElseThrow();
  }

  private int people(Instant now) {
    if (!everybody.stillGoodAt(now)) {
      everybody =
          sql.first(
                  """
                  SELECT count(*) AS everybody FROM holder_profile
                  WHERE is_person AND (status IS DISTINCT FROM 'LEFT' OR left_at > ?)
                  """,
                  row -> new People(row.getInt("everybody"), now),
                  now.minus(SourceLimits.WAVE))
              .orElseThrow();
    }
    return everybody.all();
  }

  private Seats seats(ApplicationId application, Instant now) {
    Seats before = lately.get(application);
    if (before != null && before.stillGoodAt(now)) {
      return before;
    }
    Seats counted = count(application, now);
    lately.put(application, counted);
    return counted;
  }

  /** A seat that we took vanishes as well; that is no news. */
  private Seats count(ApplicationId application, Instant now) {
    return sql.first(
            """
            SELECT count(*) AS seats, count(*) FILTER (WHERE s.gone_at > ? AND NOT EXISTS (
                SELECT FROM revocation r WHERE r.application = s.application AND r.holder = s.holder
                  AND r.seat_outcome IN ('GONE', 'PROVED'))) AS vanished
            FROM known_seat s WHERE s.application = ? AND (s.gone_at IS NULL OR s.gone_at > ?)
            """,
            row -> new Seats(row.getInt("vanished"), row.getInt("seats"), now),
            now.minus(SourceLimits.WAVE),
            application,
            now.minus(SourceLimits.WAVE))
        .orElseThrow();
  }
}
