package dev.reclaim.usage.postgres;

import dev.reclaim.messaging.DatabaseFailure;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/** Runs statements in the transaction of the caller; whole batches as arrays. */
final class Sql {

  private final DataSource database;

  Sql(DataSource database) {
    this.database = database;
  }

  /** Reads one row. */
  @FunctionalInterface
  interface Reads<T> {
    T row(ResultSet row) throws SQLException;
  }

  /**
   * Runs a query; values are texts, numbers, instants or {@link Column}s.
   *
   * @throws DatabaseFailure if it fails
   */
  <T> List<T> list(String sql, Reads<T> reads, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = prepare(connection, sql, values);
        ResultSet result = statement.executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(reads.row(result));
      }
      return rows;
    } catch (SQLException e) {
      throw new DatabaseFailure("the usage database could not be read or written", e);
    }
  }

  /**
   * Runs a statement that changes something.
   *
   * @throws DatabaseFailure if it fails
   */
  void run(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = prepare(connection, sql, values)) {
      statement.execute();
    } catch (SQLException e) {
      throw new DatabaseFailure("the usage database could not be written", e);
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(
          i + 1,
          switch (values[i]) {
            case Column column -> column.on(connection);
            case Instant instant -> Timestamp.from(instant);
            case null, default -> values[i];
          });
    }
    return statement;
  }

  /**
   * One column of a batch, in the spelling that PostgreSQL reads.
   *
   * @param type of one element
   */
  record Column(String type, List<String> values) {

    Array on(Connection connection) throws SQLException {
      return connection.createArrayOf(type, values.toArray());
    }
  }

  /** One column of a batch; a null stays a null. */
  static <T> Column column(String type, Collection<T> rows, Function<T, ?> value) {
    return new Column(
        type,
        rows.stream()
            .map(row -> value.apply(row))
            .map(element -> element == null ? null : element.toString())
            .collect(ArrayList::new, ArrayList::add, ArrayList::addAll));
  }

  static Column texts(Collection<String> values) {
    return column("text", values, text -> text);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }

  static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }

  static LocalDate date(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  static List<String> texts(ResultSet row, String column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }
}
