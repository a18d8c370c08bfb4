package dev.reclaim.journeys;

import dev.reclaim.events.Event;
import dev.reclaim.events.Topic;
import dev.reclaim.messaging.CloudEvents;
import dev.reclaim.messaging.Envelope;
import dev.reclaim.messaging.Unreadable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads every topic from its start, as any system of the company could, and passes each event on
 * once.
 */
final class ListensToTopics implements AutoCloseable {

  private final Town town;
  private final Heard heard;
  private final Consumer<Envelope<Event>> whenNew;
  private final Thread thread;
  private volatile boolean running = true;

  ListensToTopics(Town town, Heard heard, Consumer<Envelope<Event>> whenNew) {
    this.town = town;
    this.heard = heard;
    this.whenNew = whenNew;
    this.thread = Thread.ofPlatform().name("listener").daemon(true).start(this::listen);
  }

  private void listen() {
    try (KafkaConsumer<String, byte[]> broker =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                town.kafka(),
                ConsumerConfig.GROUP_ID_CONFIG,
                "story-" + UUID.randomUUID(),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                1_000,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      broker.subscribe(
          List.of(
              Topic.SIGNALS.title(),
              Topic.POLICY.title(),
              Topic.CANDIDATES.title(),
              Topic.CONSENT.title(),
              Topic.REVOCATIONS.title()));
      while (running) {
        broker.poll(Duration.ofMillis(200)).forEach(this::pass);
      }
    }
  }

  private void pass(ConsumerRecord<String, byte[]> record) {
    try {
      Envelope<Event> envelope = CloudEvents.read(record);
      if (heard.add(envelope)) {
        whenNew.accept(envelope);
      }
    } catch (Unreadable e) {
      throw new StoryFailed("an unreadable record stands on " + record.topic(), e);
    }
  }

  @Override
  public void close() {
    running = false;
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
