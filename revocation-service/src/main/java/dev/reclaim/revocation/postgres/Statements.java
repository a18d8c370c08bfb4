package dev.reclaim.revocation.postgres;

import dev.reclaim.messaging.DatabaseFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Runs SQL in the transaction that is open. An {@link Optional} stands for a value or NULL. */
public final class Statements {

  private final DataSource database;

  public Statements(DataSource database) {
    this.database = database;
  }

  /** Reads one row. */
  @FunctionalInterface
  interface Reads<T> {
    T row(ResultSet row) throws SQLException;
  }

  <T> List<T> query(String sql, Reads<T> reads, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = prepare(connection, sql, values);
        ResultSet result = select.executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(reads.row(result));
      }
      return rows;
    } catch (SQLException e) {
      throw new DatabaseFailure("could not be read: " + firstLine(sql), e);
    }
  }

  <T> Optional<T> first(String sql, Reads<T> reads, Object... values) {
    return query(sql, reads, values).stream().findFirst();
  }

  int update(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement update = prepare(connection, sql, values)) {
      return update.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFailure("could not be written: " + firstLine(sql), e);
    }
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }

  static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Batch.Column(String type, List<Object> column)) {
        statement.setArray(i + 1, connection.createArrayOf(type, column.toArray()));
      } else {
        statement.setObject(i + 1, plain(values[i]));
      }
    }
    return statement;
  }

  /** As the driver takes it; null stays null. */
  static Object plain(Object value) {
    return switch (value) {
      case null -> null;
      case Optional<?> maybe -> maybe.map(Statements::plain).orElse(null);
      case Instant at -> Timestamp.from(at);
      case Enum<?> one -> one.name();
      case Integer number -> number;
      case Long number -> number;
      case Boolean truth -> truth;
      default -> value.toString();
    };
  }

  private static String firstLine(String sql) {
    return sql.strip().lines().findFirst().orElse("");
  }
}
