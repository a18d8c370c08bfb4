package dev.reclaim.consent.postgres;

import dev.reclaim.consent.HeardRequests;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/** One row for each signed request of the last hour, for all instances of the service. */
public final class HeardTable implements HeardRequests {

  /** Much longer than the window in which a signature is good. */
  private static final Duration KEPT = Duration.ofHours(1);

  private final Sql sql;

  public HeardTable(DataSource database) {
    this.sql = new Sql(database);
  }

  @Override
  public boolean isFirst(String id, Instant now) {
    sql.change("DELETE FROM heard_request WHERE at < ?", now.minus(KEPT));
    return sql.change(
            "INSERT INTO heard_request (id, at) VALUES (?, ?) ON CONFLICT DO NOTHING", id, now)
        == 1;
  }
}
