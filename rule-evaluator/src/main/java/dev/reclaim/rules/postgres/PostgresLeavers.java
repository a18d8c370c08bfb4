package dev.reclaim.rules.postgres;

import dev.reclaim.events.SeatId;
import dev.reclaim.rules.Leavers;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** Leavers by their last day. */
public final class PostgresLeavers implements Leavers {

  private final Sql sql;

  public PostgresLeavers(DataSource database) {
    this.sql = new Sql(database);
  }

  @Override
  public List<SeatId> seats(Instant after, Instant through) {
    return sql.query(
        """
        SELECT s.id FROM holder h JOIN seat s ON s.holder = h.id
        WHERE h.status = 'LEFT' AND h.since > ? AND h.since <= ?
          AND (s.gone_at IS NULL OR s.last_seen > s.gone_at)
        ORDER BY s.id
        """,
        row -> new SeatId(row.getString("id")),
        after,
        through);
  }
}
