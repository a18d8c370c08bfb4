package dev.reclaim.revocation.postgres;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.revocation.SourceLimits;
import dev.reclaim.revocation.SourcesSeen;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts what sources have said lately: who has left, which seats have vanished, and when a source
 * was last heard of.
 */
public final class ReadsSources {

  /** All seats and people are counted at most this often; many of them take a while. */
  private static final Duration MOMENT = Duration.ofMillis(500);

  private static final Duration LONGER_MOMENT = Duration.ofSeconds(3);
  private static final int MANY = 1_000;

  private final Statements sql;
  private final Map<ApplicationId, Read> lately = new ConcurrentHashMap<>();

  public ReadsSources(Statements sql) {
    this.sql = sql;
  }

  private record Read(SourcesSeen seen, Instant at) {

    boolean stillGoodAt(Instant now) {
      Duration good = Math.max(seen.seats(), seen.people()) < MANY ? MOMENT : LONGER_MOMENT;
      return at.plus(good).isAfter(now);
    }
  }

  private record People(int left, int all) {}

  Map<ApplicationId, SourcesSeen> of(Collection<ApplicationId> applications, Instant now) {
    Map<ApplicationId, SourcesSeen> seen = new LinkedHashMap<>();
    List<ApplicationId> fresh =
        applications.stream()
            .filter(
                id -> {
                  Read before = lately.get(id);
                  boolean recent = before != null && before.stillGoodAt(now);
                  if (recent) {
                    seen.put(id, before.seen());
                  }
                  return !recent;
                })
            .toList();
    if (!fresh.isEmpty()) {
      People people = people(now);
      fresh.forEach(
          id -> {
            SourcesSeen read = read(id, people, now);
            lately.put(id, new Read(read, now));
            seen.put(id, read);
          });
    }
    return seen;
  }

  private People people(Instant now) {
    return sql.first(
            """
            SELECT count(*) FILTER (WHERE left_at > ?) AS gone,
              count(*) FILTER (WHERE status IS DISTINCT FROM 'LEFT' OR left_at > ?) AS everybody
            FROM holder_profile WHERE is_person
            """,
            row -> new People(row.getInt("gone"), row.getInt("everybody")),
            now.minus(SourceLimits.WAVE),
            now.minus(SourceLimits.WAVE))
        .orElseThrow();
  }

  /** A seat that we took vanishes as well; that is no news. */
  private SourcesSeen read(ApplicationId application, People people, Instant now) {
    Optional<Instant> lastRecord =
        sql.first(
                "SELECT max(last_record_at) AS at FROM source_health WHERE application = ?",
                row -> Statements.instant(row, "at"),
                application)
            .flatMap(found -> found);
    return sql.first(
            """
            SELECT count(*) AS seats, count(*) FILTER (WHERE s.gone_at > ? AND NOT EXISTS (
                SELECT FROM revocation r WHERE r.application = s.application AND r.holder = s.holder
                  AND r.seat_outcome IN ('GONE', 'PROVED'))) AS vanished
            FROM known_seat s WHERE s.application = ? AND (s.gone_at IS NULL OR s.gone_at > ?)
            """,
            row ->
                new SourcesSeen(
                    lastRecord,
                    row.getInt("vanished"),
                    row.getInt("seats"),
                    people.left(),
                    people.all()),
            now.minus(SourceLimits.WAVE),
            application,
            now.minus(SourceLimits.WAVE))
        .orElseThrow();
  }
}
