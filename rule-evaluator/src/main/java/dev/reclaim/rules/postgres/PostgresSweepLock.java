package dev.reclaim.rules.postgres;

import dev.reclaim.messaging.DatabaseFailure;
import dev.reclaim.rules.OneSweeper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * An advisory lock of the database, held on a connection of its own beside the transactions of the
 * sweep. If the instance dies, the database ends the connection and with it the lock.
 */
public final class PostgresSweepLock implements OneSweeper {

  /** Any number, the same for all instances. */
  private static final long SWEEP = 7_325_001L;

  private final DataSource database;

  public PostgresSweepLock(DataSource database) {
    this.database = database;
  }

  @Override
  public <T> Optional<T> ifFree(Supplier<T> work) {
    try (Connection connection = database.getConnection()) {
      if (!ask(connection, "SELECT pg_try_advisory_lock(" + SWEEP + ")")) {
        return Optional.empty();
      }
      try {
        return Optional.of(work.get());
      } finally {
        ask(connection, "SELECT pg_advisory_unlock(" + SWEEP + ")");
      }
    } catch (SQLException e) {
      throw new DatabaseFailure("the lock of the sweep could not be asked for", e);
    }
  }

  private static boolean ask(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      return answer.next() && answer.getBoolean(1);
    }
  }
}
