package dev.reclaim.revocation.postgres;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.RevocationId;
import dev.reclaim.revocation.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Counts revocations and known seats over the last hour and day. */
public final class ReadsPaces {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final Statements sql;

  public ReadsPaces(Statements sql) {
    this.sql = sql;
  }

  /** Of one application, one revocation not counted. */
  Pace of(ApplicationId application, RevocationId without, Instant now) {
    return read(Optional.of(application), Optional.of(without), now);
  }

  Pace inAll(RevocationId without, Instant now) {
    return read(Optional.empty(), Optional.of(without), now);
  }

  Pace inAll(Instant now) {
    return read(Optional.empty(), Optional.empty(), now);
  }

  Map<ApplicationId, Pace> all(Instant now) {
    Map<ApplicationId, Pace> paces = new LinkedHashMap<>();
    sql.query(
            "SELECT application AS id FROM known_seat UNION SELECT application FROM revocation ORDER BY id",
            row -> new ApplicationId(row.getString("id")))
        .forEach(id -> paces.put(id, read(Optional.of(id), Optional.empty(), now)));
    return paces;
  }

  private Pace read(
      Optional<ApplicationId> application, Optional<RevocationId> without, Instant now) {
    return sql.first(
            """
            SELECT
              (SELECT count(*) FROM revocation r WHERE first_intent_at > ?
                AND application = coalesce(?, application) AND id IS DISTINCT FROM ?) AS last_hour,
              (SELECT count(*) FROM revocation r WHERE first_intent_at > ?
                AND application = coalesce(?, application) AND id IS DISTINCT FROM ?) AS last_day,
              (SELECT count(*) FROM known_seat WHERE (gone_at IS NULL OR gone_at > ?)
                AND application = coalesce(?, application)) AS seats_hour,
              (SELECT count(*) FROM known_seat WHERE (gone_at IS NULL OR gone_at > ?)
                AND application = coalesce(?, application)) AS seats_day
            """,
            row ->
                new Pace(
                    row.getInt("last_hour"),
                    row.getInt("last_day"),
                    row.getInt("seats_hour"),
                    row.getInt("seats_day")),
            now.minus(HOUR),
            application,
            without,
            now.minus(DAY),
            application,
            without,
            now.minus(HOUR),
            application,
            now.minus(DAY),
            application)
        .orElseThrow();
  }
}
