package dev.reclaim.messaging;

import dev.reclaim.events.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;

/**
 * Remembers what this service has handled: by id, and by position. All calls belong inside the
 * transaction of the work.
 */
public final class Inbox {

  private final DataSource database;
  private final InstantSource clock;

  public Inbox(DataSource database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Those events of the batch that were never handled, each once, in their order. */
  public List<Envelope<Event>> onlyNew(List<Envelope<Event>> batch) {
    if (batch.isEmpty()) {
      return batch;
    }
    Map<String, Envelope<Event>> byId = new LinkedHashMap<>();
    batch.forEach(envelope -> byId.putIfAbsent(nameOf(envelope), envelope));
    Set<String> fresh = remember(byId.keySet());
    List<Envelope<Event>> result = new ArrayList<>();
    byId.forEach(
        (name, envelope) -> {
          if (fresh.contains(name)) {
            result.add(envelope);
          }
        });
    return result;
  }

  private static String nameOf(Envelope<Event> envelope) {
    return envelope.source() + "#" + envelope.id();
  }

  private Set<String> remember(Set<String> names) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                INSERT INTO inbox_seen (event, seen_at)
                SELECT event, ? FROM unnest(?) AS event ORDER BY event
                ON CONFLICT DO NOTHING RETURNING event
                """)) {
      insert.setTimestamp(1, Timestamp.from(clock.instant()));
      insert.setArray(2, connection.createArrayOf("text", names.toArray()));
      Set<String> fresh = new HashSet<>();
      try (ResultSet result = insert.executeQuery()) {
        while (result.next()) {
          fresh.add(result.getString(1));
        }
      }
      return fresh;
    } catch (SQLException e) {
      throw new DatabaseFailure("the inbox could not be written", e);
    }
  }

  /**
   * Forgets events that were handled before a moment, oldest first.
   *
   * @return how many, at most {@code atMost}
   */
  int forget(Instant before, int atMost) {
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement(
                """
                DELETE FROM inbox_seen WHERE event IN (
                  SELECT event FROM inbox_seen WHERE seen_at < ? ORDER BY seen_at LIMIT ?
                  FOR UPDATE SKIP LOCKED)
                """)) {
      delete.setTimestamp(1, Timestamp.from(before));
      delete.setInt(2, atMost);
      return delete.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFailure("the inbox could not be cleaned", e);
    }
  }

  /**
   * The next offset of a partition, locked until the transaction ends, so that a consumer that lost
   * the partition without knowing cannot handle the same records beside its successor.
   */
  OptionalLong position(TopicPartition partition) {
    return query(
        "SELECT next_offset FROM inbox_position WHERE topic = ? AND part = ? FOR UPDATE",
        partition);
  }

  /** As {@link #position}, without the lock. */
  OptionalLong peekPosition(TopicPartition partition) {
    return query("SELECT next_offset FROM inbox_position WHERE topic = ? AND part = ?", partition);
  }

  private OptionalLong query(String sql, TopicPartition partition) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, partition.topic());
      select.setInt(2, partition.partition());
      try (ResultSet result = select.executeQuery()) {
        return result.next() ? OptionalLong.of(result.getLong(1)) : OptionalLong.empty();
      }
    } catch (SQLException e) {
      throw new DatabaseFailure("the inbox could not be read", e);
    }
  }

  void advance(Map<TopicPartition, Long> nextOffsets) {
    try (Connection connection = database.getConnection();
        PreparedStatement upsert =
            connection.prepareStatement(
                """
                INSERT INTO inbox_position (topic, part, next_offset) VALUES (?, ?, ?)
                ON CONFLICT (topic, part) DO UPDATE SET next_offset = excluded.next_offset
                """)) {
      for (Map.Entry<TopicPartition, Long> entry : nextOffsets.entrySet()) {
        upsert.setString(1, entry.getKey().topic());
        upsert.setInt(2, entry.getKey().partition());
        upsert.setLong(3, entry.getValue());
        upsert.addBatch();
      }
      upsert.executeBatch();
    } catch (SQLException e) {
      throw new DatabaseFailure("the inbox position could not be written", e);
    }
  }
}
