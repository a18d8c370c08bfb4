package dev.reclaim.rules.postgres;

import dev.reclaim.messaging.DatabaseFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** One statement at a time, in the transaction of the caller. */
final class Sql {

  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final DataSource database;
  private final Fragment before;

  Sql(DataSource database) {
    this(database, Fragment.NOTHING);
  }

  private Sql(DataSource database, Fragment before) {
    this.database = database;
    this.before = before;
  }

  /** The same, with these tables of a {@code WITH} before every query. */
  Sql before(Fragment tables) {
    return new Sql(database, Fragment.of("WITH ?\n", tables));
  }

  /** Reads one row. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Arguments in the order of the question marks: texts, numbers, moments, lists of texts. */
  <T> List<T> query(String sql, Row<T> row, Object... arguments) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(before.sql() + sql)) {
      bind(statement, Stream.concat(before.values().stream(), Arrays.stream(arguments)).toArray());
      List<T> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(row.read(result));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new DatabaseFailure("the facts could not be read", e);
    }
  }

  <T> List<T> query(Fragment statement, Row<T> row) {
    return query(statement.sql(), row, statement.values().toArray());
  }

  /** For a statement that looks at everything: it may take its time and more memory than others. */
  <T> List<T> patiently(Fragment statement, Row<T> row) {
    try (Connection connection = database.getConnection()) {
      int patience = connection.getNetworkTimeout();
      connection.setNetworkTimeout(Runnable::run, Math.toIntExact(PATIENCE.toMillis()));
      try {
        update("SET LOCAL work_mem = '128MB'");
        return query(statement, row);
      } finally {
        connection.setNetworkTimeout(Runnable::run, patience);
      }
    } catch (SQLException e) {
      throw new DatabaseFailure("the facts could not be read", e);
    }
  }

  int update(String sql, Object... arguments) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFailure("the facts could not be written", e);
    }
  }

  void batch(String sql, List<Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Object[] row : rows) {
        bind(statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new DatabaseFailure("the facts could not be written", e);
    }
  }

  static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  /** One column of many rows, as texts; null stays null. */
  static <T> List<String> column(List<T> rows, Function<T, Object> value) {
    List<String> column = new ArrayList<>();
    rows.forEach(row -> column.add(text(value.apply(row))));
    return column;
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }

  static Optional<Instant> maybeInstant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }

  private static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      Object argument =
          arguments[i] instanceof Optional<?> maybe ? maybe.orElse(null) : arguments[i];
      switch (argument) {
        case null -> statement.setObject(i + 1, null);
        case Instant moment -> statement.setTimestamp(i + 1, Timestamp.from(moment));
        case Collection<?> texts ->
            statement.setArray(
                i + 1,
                statement
                    .getConnection()
                    .createArrayOf("text", texts.stream().map(Sql::text).toArray()));
        default -> statement.setObject(i + 1, argument);
      }
    }
  }

  private static String text(Object each) {
    return each == null ? null : each.toString();
  }
}
