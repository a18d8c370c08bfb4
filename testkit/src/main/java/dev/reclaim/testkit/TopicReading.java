package dev.reclaim.testkit;

import dev.reclaim.events.Event;
import dev.reclaim.messaging.CloudEvents;
import dev.reclaim.messaging.Unreadable;
import dev.reclaim.testkit.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * All that is on one topic of the test broker. What was read once is kept, so that looking again,
 * as tests do ten times a second, costs only what came since.
 */
final class TopicReading {

  private static final Map<String, TopicReading> KEPT = new ConcurrentHashMap<>();

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();

  private TopicReading(String broker, String topic) {
    consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  static TopicReading of(String topic) {
    String broker = Infrastructure.started().bootstrapServers();
    return KEPT.computeIfAbsent(broker + " " + topic, _ -> new TopicReading(broker, topic));
  }

  /** Every record that is there now, oldest first within each partition. */
  synchronized List<ConsumerRecord<String, byte[]>> records() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
      consumer.poll(Duration.ofMillis(200)).forEach(records::add);
    }
    return List.copyOf(records);
  }

  /** The same, read; a record that nobody can read fails the test. */
  synchronized List<Event> events() {
    List<ConsumerRecord<String, byte[]>> all = records();
    all.subList(events.size(), all.size()).forEach(record -> events.add(read(record)));
    return List.copyOf(events);
  }

  private static Event read(ConsumerRecord<String, byte[]> record) {
    try {
      return CloudEvents.read(record).event();
    } catch (Unreadable e) {
      throw new AssertionError("an unreadable record stands on " + record.topic(), e);
    }
  }
}
