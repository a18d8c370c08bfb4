package dev.reclaim.consent.postgres;

import dev.reclaim.consent.Channel;
import dev.reclaim.consent.Pauses;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** Channels that take nothing, one row each; all instances of the service see it. */
public final class PauseTable implements Pauses {

  private final Sql sql;

  public PauseTable(DataSource database) {
    this.sql = new Sql(database);
  }

  @Override
  public void rest(Channel channel, Instant until) {
    sql.change(
        """
        INSERT INTO channel_pause (channel, rests_until) VALUES (?, ?)
        ON CONFLICT (channel) DO UPDATE SET
          rests_until = greatest(channel_pause.rests_until, excluded.rests_until)
        """,
        channel.name(),
        until);
  }

  @Override
  public Optional<Instant> restsUntil(Channel channel, Instant now) {
    return sql.one(
        "SELECT rests_until FROM channel_pause WHERE channel = ? AND rests_until > ?",
        row -> row.getTimestamp("rests_until").toInstant(),
        channel.name(),
        now);
  }

  @Override
  public boolean stop(Channel channel, Stop stop) {
    return sql.change(
            """
            INSERT INTO channel_pause AS pause (channel, stopped_at, stopped_why) VALUES (?, ?, ?)
            ON CONFLICT (channel) DO UPDATE SET
              stopped_at = excluded.stopped_at, stopped_why = excluded.stopped_why
            WHERE pause.stopped_at IS NULL
            """,
            channel.name(),
            stop.at(),
            stop.why())
        == 1;
  }

  @Override
  public Optional<Stop> stopOf(Channel channel) {
    return sql.one(
        """
        SELECT stopped_at, stopped_why FROM channel_pause
        WHERE channel = ? AND stopped_at IS NOT NULL
        """,
        row -> new Stop(row.getTimestamp("stopped_at").toInstant(), row.getString("stopped_why")),
        channel.name());
  }

  @Override
  public boolean resume(Channel channel) {
    return sql.change(
            """
            UPDATE channel_pause SET stopped_at = NULL, stopped_why = NULL
            WHERE channel = ? AND stopped_at IS NOT NULL
            """,
            channel.name())
        == 1;
  }
}
