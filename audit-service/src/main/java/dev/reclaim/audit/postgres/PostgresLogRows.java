package dev.reclaim.audit.postgres;

import dev.reclaim.audit.Checkpoint;
import dev.reclaim.audit.Entry;
import dev.reclaim.audit.GrowingTree;
import dev.reclaim.audit.Hash;
import dev.reclaim.audit.LogRows;
import dev.reclaim.messaging.DatabaseFailure;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;

/** Adds rows to the log, in the transaction of the caller. */
public final class PostgresLogRows implements LogRows {

  /** Any number that no other advisory lock of this database uses. */
  private static final long APPENDER = 0x6175646974L;

  private final DataSource database;

  public PostgresLogRows(DataSource database) {
    this.database = database;
  }

  @Override
  public void lock() {
    in(
        "SELECT pg_advisory_xact_lock(?)",
        statement -> {
          statement.setLong(1, APPENDER);
          statement.execute();
          return null;
        });
  }

  @Override
  public Optional<End> end() {
    return in(
        "SELECT note, edge FROM checkpoint ORDER BY size DESC LIMIT 1",
        statement -> {
          try (ResultSet row = statement.executeQuery()) {
            return row.next()
                ? Optional.of(new End(row.getString(1), hashes(row.getBytes(2))))
                : Optional.empty();
          }
        });
  }

  @Override
  public Set<Entry> known(List<Entry> entries) {
    return in(
        """
        SELECT heard.place FROM unnest(?::text[], ?::text[])
          WITH ORDINALITY AS heard (source, event_id, place)
        JOIN entry USING (source, event_id)
        """,
        statement -> {
          statement.setArray(1, texts(statement, entries, Entry::source));
          statement.setArray(2, texts(statement, entries, Entry::eventId));
          Set<Entry> known = new HashSet<>();
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              known.add(entries.get(rows.getInt(1) - 1));
            }
          }
          return known;
        });
  }

  @Override
  public void insert(long position, List<Entry> entries) {
    insertDataBeside(entries);
    in(
        """
        INSERT INTO entry (position, event_id, source, topic, type, key, holder, candidate,
                           application, actor, time, body, leaf_hash)
        SELECT ? + place - 1, event_id, source, topic, type, key, holder, candidate,
               application, actor, time, body, leaf_hash
        FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::text[], ?::timestamptz[], ?::bytea[], ?::bytea[])
          WITH ORDINALITY AS fresh (event_id, source, topic, type, key, holder, candidate,
                                    application, actor, time, body, leaf_hash, place)
        """,
        statement -> {
          statement.setLong(1, position);
          statement.setArray(2, texts(statement, entries, Entry::eventId));
          statement.setArray(3, texts(statement, entries, Entry::source));
          statement.setArray(4, texts(statement, entries, Entry::topic));
          statement.setArray(5, texts(statement, entries, Entry::type));
          statement.setArray(6, texts(statement, entries, Entry::key));
          statement.setArray(7, texts(statement, entries, e -> e.about().holder().orElse(null)));
          statement.setArray(8, texts(statement, entries, e -> e.about().candidate().orElse(null)));
          statement.setArray(
              9, texts(statement, entries, e -> e.about().application().orElse(null)));
          statement.setArray(10, texts(statement, entries, e -> e.about().actor().orElse(null)));
          statement.setArray(11, times(statement, entries));
          statement.setArray(12, bytes(statement, entries, Entry::bytes));
          statement.setArray(13, bytes(statement, entries, e -> e.leaf().bytes()));
          return statement.executeUpdate();
        });
  }

  private void insertDataBeside(List<Entry> entries) {
    for (Entry entry : entries) {
      entry.dataBeside().map(data -> data.getBytes(StandardCharsets.UTF_8)).ifPresent(this::beside);
    }
  }

  private void beside(byte[] data) {
    in(
        "INSERT INTO data_beside (sha256, data) VALUES (?, ?) ON CONFLICT DO NOTHING",
        statement -> {
          statement.setBytes(1, Hash.ofData(data).bytes());
          statement.setBytes(2, data);
          return statement.executeUpdate();
        });
  }

  @Override
  public void complete(GrowingTree.FullTile tile) {
    String hashes =
        tile.level() == 0
            ? "SELECT string_agg(leaf_hash, ''::bytea ORDER BY position) FROM entry"
                + " WHERE position >= ?::bigint * 256 AND position < (?::bigint + 1) * 256"
            : "SELECT string_agg(root, ''::bytea ORDER BY index) FROM tile"
                + " WHERE index >= ?::bigint * 256 AND index < (?::bigint + 1) * 256 AND level = ?";
    in(
        "INSERT INTO tile (level, index, root, hashes) VALUES (?, ?, ?, (" + hashes + "))",
        statement -> {
          statement.setInt(1, tile.level());
          statement.setLong(2, tile.index());
          statement.setBytes(3, tile.root().bytes());
          statement.setLong(4, tile.index());
          statement.setLong(5, tile.index());
          if (tile.level() > 0) {
            statement.setInt(6, tile.level() - 1);
          }
          return statement.executeUpdate();
        });
  }

  @Override
  public void insert(Checkpoint checkpoint, String note, List<Hash> edge) {
    in(
        "INSERT INTO checkpoint (size, root, edge, note) VALUES (?, ?, ?, ?)",
        statement -> {
          statement.setLong(1, checkpoint.size());
          statement.setBytes(2, checkpoint.root().bytes());
          statement.setBytes(3, row(edge));
          statement.setString(4, note);
          return statement.executeUpdate();
        });
  }

  private interface Work<T> {
    T with(PreparedStatement statement) throws SQLException;
  }

  private <T> T in(String sql, Work<T> work) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      return work.with(statement);
    } catch (SQLException e) {
      throw new DatabaseFailure("the audit log could not be written", e);
    }
  }

  private static Array texts(
      PreparedStatement statement, List<Entry> entries, Function<Entry, String> value)
      throws SQLException {
    return array(statement, "text", entries.stream().map(value).toArray(String[]::new));
  }

  private static Array times(PreparedStatement statement, List<Entry> entries) throws SQLException {
    return array(
        statement,
        "timestamptz",
        entries.stream().map(entry -> Timestamp.from(entry.time())).toArray(Timestamp[]::new));
  }

  private static Array bytes(
      PreparedStatement statement, List<Entry> entries, Function<Entry, byte[]> value)
      throws SQLException {
    return array(statement, "bytea", entries.stream().map(value).toArray(byte[][]::new));
  }

  private static Array array(PreparedStatement statement, String type, Object[] values)
      throws SQLException {
    return statement.getConnection().createArrayOf(type, values);
  }

  private static List<Hash> hashes(byte[] row) {
    List<Hash> hashes = new ArrayList<>();
    for (int place = 0; place < row.length / Hash.BYTES; place++) {
      hashes.add(Hash.at(row, place));
    }
    return hashes;
  }

  private static byte[] row(List<Hash> hashes) {
    byte[] row = new byte[hashes.size() * Hash.BYTES];
    for (int place = 0; place < hashes.size(); place++) {
      System.arraycopy(hashes.get(place).bytes(), 0, row, place * Hash.BYTES, Hash.BYTES);
    }
    return row;
  }
}
