package dev.reclaim.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Carries outbox rows to the broker, in order, and deletes them once the broker has them.
 *
 * <p>One relay per service is active, held by an advisory lock; so the order in which rows of one
 * holder were written is the order in which they are sent. Rows are deleted, never skipped by a
 * cursor, since sequence order is not commit order. A crash between acknowledgement and delete
 * sends a row again; the listener's inbox drops it.
 */
public final class OutboxRelay extends Loop {

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final int BATCH = 500;
  private static final Duration SLOW_POLL = Duration.ofMillis(500);
  private static final long LOCK = 0x7265636c61696dL;
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final DataSource database;
  private final Sender sender;

  public OutboxRelay(DataSource database, Sender sender) {
    super("outbox-relay");
    this.database = database;
    this.sender = sender;
  }

  private record Row(long id, ProducerRecord<String, byte[]> message) {}

  @Override
  protected void round() throws Exception {
    try (Connection connection = database.getConnection()) {
      if (!holdsLock(connection)) {
        alive();
        pause(SLOW_POLL);
        return;
      }
      try (Statement listen = connection.createStatement()) {
        listen.execute("LISTEN outbox");
        PGConnection notifications = connection.unwrap(PGConnection.class);
        while (running()) {
          alive();
          if (carry(connection) < BATCH) {
            notifications.getNotifications((int) SLOW_POLL.toMillis());
          }
        }
      } finally {
        release(connection);
      }
    }
  }

  private int carry(Connection connection) throws SQLException, InterruptedException {
    List<Row> rows = oldest(connection);
    List<Long> arrived = new ArrayList<>();
    List<Future<RecordMetadata>> sent =
        rows.stream().map(row -> sender.send(row.message())).toList();
    for (int i = 0; i < rows.size(); i++) {
      try {
        sent.get(i).get(30, TimeUnit.SECONDS);
        arrived.add(rows.get(i).id());
      } catch (ExecutionException | TimeoutException e) {
        // Order: nothing behind a row that did not arrive may be called sent before it.
        LOG.warnf("The broker did not take an event yet: %s", e.getMessage());
        break;
      }
    }
    delete(connection, arrived);
    if (arrived.size() < rows.size()) {
      pause(SLOW_POLL);
    }
    return rows.size();
  }

  private static List<Row> oldest(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, topic, key, headers, value FROM outbox ORDER BY id LIMIT " + BATCH)) {
      List<Row> rows = new ArrayList<>();
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          rows.add(new Row(result.getLong("id"), message(result)));
        }
      }
      return rows;
    }
  }

  private static ProducerRecord<String, byte[]> message(ResultSet row) throws SQLException {
    ProducerRecord<String, byte[]> message =
        new ProducerRecord<>(row.getString("topic"), row.getString("key"), row.getBytes("value"));
    try {
      EventCodec.json()
          .readValue(row.getString("headers"), HEADERS)
          .forEach(
              (name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("headers that we wrote and cannot read", e);
    }
    return message;
  }

  private static void delete(Connection connection, List<Long> ids) throws SQLException {
    if (ids.isEmpty()) {
      return;
    }
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM outbox WHERE id = ANY (?)")) {
      delete.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
      delete.executeUpdate();
    }
  }

  private static boolean holdsLock(Connection connection) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
      lock.setLong(1, LOCK);
      try (ResultSet result = lock.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }

  /** The connection goes back to a pool, so the lock must not stay on it. */
  private static void release(Connection connection) {
    try (Statement unlock = connection.createStatement()) {
      unlock.execute("UNLISTEN outbox");
      unlock.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
    } catch (SQLException e) {
      LOG.debugf("The connection is gone, and its lock with it: %s", e.getMessage());
    }
  }
}
