package dev.reclaim.messaging;

import dev.reclaim.events.Topic;
import dev.reclaim.testkit.infrastructure.Infrastructure;
import dev.reclaim.testkit.infrastructure.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * One real broker and one real PostgreSQL for all tests of this module; a fresh database for each.
 */
final class RealParts {

  private static final AtomicInteger COUNT = new AtomicInteger();
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

  static ThreadBoundDatabase freshDatabase() {
    TestDatabase database = TestDatabase.named("messaging_" + COUNT.incrementAndGet());
    try (Connection connection = database.asSuperuser();
        Statement sql = connection.createStatement()) {
      sql.execute(migration());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new ThreadBoundDatabase(database::asSuperuser);
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
  static List<ConsumerRecord<String, byte[]>> records(String topic) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(kafka(), new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(100)).forEach(found::add);
      }
      return found;
    }
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
