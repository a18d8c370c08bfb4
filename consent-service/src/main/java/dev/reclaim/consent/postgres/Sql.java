package dev.reclaim.consent.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.reclaim.messaging.DatabaseFailure;
import dev.reclaim.messaging.EventCodec;
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

/** Plain statements on the service's database, inside whatever transaction is under way. */
final class Sql {

  /** Reads one row. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final DataSource database;

  Sql(DataSource database) {
    this.database = database;
  }

  <T> List<T> list(String sql, Row<T> reader, Object... arguments) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = prepare(connection, sql, arguments);
        ResultSet rows = select.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(reader.read(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new DatabaseFailure("the candidates' database could not be read", e);
    }
  }

  <T> Optional<T> one(String sql, Row<T> reader, Object... arguments) {
    return list(sql, reader, arguments).stream().findFirst();
  }

  int change(String sql, Object... arguments) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = prepare(connection, sql, arguments)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFailure("the candidates' database could not be written", e);
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... arguments)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < arguments.length; i++) {
      Object value = arguments[i] instanceof Optional<?> o ? o.orElse(null) : arguments[i];
      switch (value) {
        case null -> statement.setObject(i + 1, null);
        case Instant at -> statement.setTimestamp(i + 1, Timestamp.from(at));
        case String[] texts -> statement.setArray(i + 1, connection.createArrayOf("text", texts));
        default -> statement.setObject(i + 1, value);
      }
    }
    return statement;
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }

  static String json(Object value) {
    try {
      // PostgreSQL's jsonb has no NUL character.
      return EventCodec.json().writeValueAsString(value).replace("\\u0000", "\\ufffd");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record that cannot be written: " + value.getClass(), e);
    }
  }

  static <T> T parse(String json, Class<T> kind) {
    try {
      return EventCodec.json().readValue(json, kind);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a " + kind.getSimpleName() + " that cannot be read", e);
    }
  }

  /** The record of a sealed family that goes by this simple name. */
  static <T> Class<? extends T> named(Class<T> family, String name) {
    for (Class<?> kind : family.getPermittedSubclasses()) {
      if (kind.getSimpleName().equals(name)) {
        return kind.asSubclass(family);
      }
    }
    throw new IllegalStateException("no " + family.getSimpleName() + " is called " + name);
  }
}
