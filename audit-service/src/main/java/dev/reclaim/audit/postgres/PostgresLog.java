package dev.reclaim.audit.postgres;

import dev.reclaim.audit.Found;
import dev.reclaim.audit.Hash;
import dev.reclaim.audit.Question;
import dev.reclaim.audit.ReadsLog;
import dev.reclaim.audit.Tile;
import dev.reclaim.messaging.DatabaseFailure;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads the log as it stands in the database. */
public final class PostgresLog implements ReadsLog {

  private final DataSource database;

  public PostgresLog(DataSource database) {
    this.database = database;
  }

  @Override
  public Optional<String> lastNote() {
    return first(
        rows("SELECT note FROM checkpoint ORDER BY size DESC LIMIT 1", row -> row.getString(1)));
  }

  @Override
  public byte[] hashes(Tile tile) {
    Optional<byte[]> hashes =
        tile.full()
            ? first(
                rows(
                    "SELECT hashes FROM tile WHERE level = ? AND index = ?",
                    row -> row.getBytes(1),
                    tile.level(),
                    tile.index()))
            : partial(tile);
    return hashes.orElseGet(() -> new byte[0]);
  }

  /** Made from what will become the tile once it is full. */
  private Optional<byte[]> partial(Tile tile) {
    long end = tile.first() + tile.width();
    List<byte[]> hashes =
        tile.level() == 0
            ? rows(
                "SELECT leaf_hash FROM entry WHERE position >= ? AND position < ? ORDER BY position",
                row -> row.getBytes(1),
                tile.first(),
                end)
            : rows(
                "SELECT root FROM tile WHERE level = ? AND index >= ? AND index < ? ORDER BY index",
                row -> row.getBytes(1),
                tile.level() - 1,
                tile.first(),
                end);
    byte[] row = new byte[hashes.stream().mapToInt(hash -> hash.length).sum()];
    int at = 0;
    for (byte[] hash : hashes) {
      System.arraycopy(hash, 0, row, at, hash.length);
      at += hash.length;
    }
    return Optional.of(row);
  }

  @Override
  public List<byte[]> entries(Tile tile) {
    return rows(
        "SELECT body FROM entry WHERE position >= ? AND position < ? ORDER BY position",
        row -> row.getBytes(1),
        tile.first(),
        tile.first() + tile.width());
  }

  @Override
  public Optional<byte[]> dataBeside(Hash sha256) {
    return first(
        rows(
            "SELECT data FROM data_beside WHERE sha256 = ?",
            row -> row.getBytes(1),
            sha256.bytes()));
  }

  @Override
  public List<Found> find(Question question) {
    Filter filter = Filter.of(question);
    return rows(
        "SELECT position, body FROM entry WHERE "
            + filter.conditions()
            + " ORDER BY position LIMIT "
            + question.limit(),
        row -> new Found(row.getLong(1), new String(row.getBytes(2), StandardCharsets.UTF_8)),
        filter.values().toArray());
  }

  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> List<T> rows(String sql, Reading<T> reading, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<T> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(reading.of(result));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new DatabaseFailure("the audit log could not be read", e);
    }
  }

  private static <T> Optional<T> first(List<T> rows) {
    return rows.stream().findFirst();
  }
}
