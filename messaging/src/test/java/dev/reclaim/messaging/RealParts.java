package dev.reclaim.messaging;

import dev.reclaim.events.Topic;
import dev.reclaim.local.JoinedConnections;
import dev.reclaim.testkit.infrastructure.Infrastructure;
import dev.reclaim.testkit.infrastructure.TestDatabase;
import dev.reclaim.testkit.infrastructure.TopicLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One real broker and one real PostgreSQL for all tests of this module; a fresh database for each.
 */
final class RealParts {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Map<String, TopicLog> LOGS = new HashMap<>();
  private static Map<String, Object> kafka;

  private RealParts() {}

  /** The way to the broker, which has all topics. */
  static synchronized Map<String, Object> kafka() {
    if (kafka == null) {
      Map<String, Object> found =
          Map.of("bootstrap.servers", Infrastructure.started().bootstrapServers());
      try {
        TopicSetup.ensure(found);
      } catch (Exception e) {
        throw new IllegalStateException("the topics could not be made", e);
      }
      kafka = found;
    }
    return kafka;
  }

  static JoinedConnections freshDatabase() {
    TestDatabase database = TestDatabase.named("messaging_" + COUNT.incrementAndGet());
    try (Connection connection = database.asSuperuser();
        Statement sql = connection.createStatement()) {
      sql.execute(migration());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new JoinedConnections(database::asSuperuser);
  }

  private static String migration() {
    try (InputStream file =
        RealParts.class.getResourceAsStream("/db/messaging/V0001__inbox_and_outbox.sql")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything on a topic, now. */
  static synchronized List<ConsumerRecord<String, byte[]>> records(String topic) {
    kafka();
    return LOGS.computeIfAbsent(topic, TopicLog::new).now();
  }

  static List<String> deadLetterReasons(Topic topic) {
    return records(topic.deadLetters()).stream()
        .map(
            record ->
                new String(
                    record.headers().lastHeader("reclaim-dead-letter-reason").value(),
                    StandardCharsets.UTF_8))
        .toList();
  }
}
