package dev.reclaim.http;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/** Answers as rows of {@code remembered_answer} in the service's own database. */
public final class PostgresAnswers implements RemembersAnswers {

  /** Longer than the longest request. */
  private static final Duration DEAD_AFTER = Duration.ofMinutes(2);

  private static final Duration KEPT = Duration.ofDays(1);

  private final DataSource database;

  public PostgresAnswers(DataSource database) {
    this.database = database;
  }

  @Override
  public Known begin(String key, String request, Instant now) {
    return run(
            """
            WITH forgotten AS (DELETE FROM remembered_answer WHERE begun_at < ? AND key <> ?)
            INSERT INTO remembered_answer AS known (key, request, begun_at) VALUES (?, ?, ?)
            ON CONFLICT (key) DO UPDATE SET begun_at = EXCLUDED.begun_at
              WHERE known.status IS NULL AND known.begun_at < ? AND known.request = EXCLUDED.request
            RETURNING key
            """,
            statement -> {
              statement.setTimestamp(1, Timestamp.from(now.minus(KEPT)));
              statement.setString(2, key);
              statement.setString(3, key);
              statement.setString(4, request);
              statement.setTimestamp(5, Timestamp.from(now));
              statement.setTimestamp(6, Timestamp.from(now.minus(DEAD_AFTER)));
              try (ResultSet begun = statement.executeQuery()) {
                return begun.next();
              }
            })
        ? new Known.New()
        : read(key);
  }

  private Known read(String key) {
    return run(
        "SELECT request, status, media_type, body FROM remembered_answer WHERE key = ?",
        statement -> {
          statement.setString(1, key);
          try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
              return new Known.UnderWay("");
            }
            int status = row.getInt("status");
            return row.wasNull()
                ? new Known.UnderWay(row.getString("request"))
                : new Known.Answered(
                    row.getString("request"),
                    new Answer(status, row.getString("media_type"), row.getString("body")));
          }
        });
  }

  @Override
  public void answer(String key, Answer answer) {
    run(
        "UPDATE remembered_answer SET status = ?, media_type = ?, body = ? WHERE key = ?",
        statement -> {
          statement.setInt(1, answer.status());
          statement.setString(2, answer.mediaType());
          statement.setString(3, answer.body());
          statement.setString(4, key);
          return statement.executeUpdate();
        });
  }

  @Override
  public void forget(String key) {
    run(
        "DELETE FROM remembered_answer WHERE key = ?",
        statement -> {
          statement.setString(1, key);
          return statement.executeUpdate();
        });
  }

  private interface Work<T> {
    T with(PreparedStatement statement) throws SQLException;
  }

  private <T> T run(String sql, Work<T> work) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      return work.with(statement);
    } catch (SQLException e) {
      throw new IllegalStateException("remembered answers cannot be reached", e);
    }
  }
}
