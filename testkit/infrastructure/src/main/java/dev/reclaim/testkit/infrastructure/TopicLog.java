package dev.reclaim.testkit.infrastructure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * One topic of the test broker from its first record on. It remembers what it has read, so asking
 * again costs only what came since.
 */
public final class TopicLog implements AutoCloseable {

  /**
   * The broker answers one request of a connection after the other, and holds back a fetch that
   * finds nothing. This is how long we have to wait behind one of those, and when we close.
   */
  private static final int FETCH_WAITS_MILLIS = 10;

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();

  /**
   * @param topic must be there already
   */
  public TopicLog(String topic) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                Infrastructure.started().bootstrapServers(),
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                FETCH_WAITS_MILLIS),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Everything on the topic by now, oldest first within each partition. */
  public synchronized List<ConsumerRecord<String, byte[]>> now() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
      consumer.poll(Duration.ofMillis(200)).forEach(read::add);
    }
    return List.copyOf(read);
  }

  @Override
  public synchronized void close() {
    consumer.close();
  }
}
