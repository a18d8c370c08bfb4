package dev.reclaim.messaging;

import dev.reclaim.events.Event;
import dev.reclaim.events.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads one topic for one service: a batch, a transaction, then the offsets.
 *
 * <p>If we stop before the commit, the batch comes again. If we stop between the database's commit
 * and the broker's, the batch comes again as well and {@link Inbox} drops it. A database that is
 * away stops the loop where it stands; it goes on by itself.
 */
public final class ConsumerLoop extends Loop {

  private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final int BATCH = 1_000;

  private final Map<String, Object> kafka;
  private final String consumer;
  private final Subscription subscription;
  private final Transactions transactions;
  private final Inbox inbox;
  private final DeadLetters deadLetters;
  private volatile KafkaConsumer<String, byte[]> current;

  /**
   * @param consumer the service's name; the consumer group is this and the topic
   */
  public ConsumerLoop(
      Map<String, Object> kafka,
      String consumer,
      Subscription subscription,
      Transactions transactions,
      Inbox inbox,
      PostgresOutbox outbox) {
    super("listener-" + subscription.topic().title());
    this.kafka = kafka;
    this.consumer = consumer;
    this.subscription = subscription;
    this.transactions = transactions;
    this.inbox = inbox;
    this.deadLetters = new DeadLetters(outbox, consumer);
  }

  private Topic topic() {
    return subscription.topic();
  }

  @Override
  protected void round() throws Exception {
    TopicSetup.ensure(kafka);
    try (KafkaConsumer<String, byte[]> broker = connect()) {
      current = broker;
      broker.subscribe(List.of(topic().title()), new StartWhereTheInboxStands(broker));
      while (running()) {
        ConsumerRecords<String, byte[]> records = broker.poll(POLL);
        if (!records.isEmpty()) {
          take(records);
          broker.commitSync(ends(records));
        }
        alive();
      }
    } catch (WakeupException e) {
      LOG.debugf("%s was woken to stop", name());
    } finally {
      current = null;
    }
  }

  @Override
  protected void interruptWork() {
    KafkaConsumer<String, byte[]> broker = current;
    if (broker != null) {
      broker.wakeup();
    }
  }

  private KafkaConsumer<String, byte[]> connect() {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, consumer + "." + topic().title());
    settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /** All of the batch in one transaction; if its content is at fault, one by one. */
  private void take(ConsumerRecords<String, byte[]> records) {
    List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
    records.forEach(batch::add);
    try {
      transactions.run(() -> handle(batch));
    } catch (RuntimeException e) {
      if (DatabaseFailure.mayPass(e)) {
        throw e;
      }
      LOG.debugf(e, "%s takes a batch of %d one by one", name(), batch.size());
      batch.forEach(this::takeAlone);
    }
  }

  private void takeAlone(ConsumerRecord<String, byte[]> record) {
    try {
      transactions.run(() -> handle(List.of(record)));
    } catch (RuntimeException e) {
      if (DatabaseFailure.mayPass(e)) {
        throw e;
      }
      LOG.warnf(e, "%s cannot take offset %d of %s", consumer, record.offset(), record.topic());
      transactions.run(() -> bury(record, reasonOf(e)));
    }
  }

  private void handle(List<ConsumerRecord<String, byte[]>> batch) {
    List<Envelope<Event>> readable = new ArrayList<>();
    Map<TopicPartition, OptionalLong> positions = new HashMap<>();
    Map<TopicPartition, Long> next = new HashMap<>();
    for (ConsumerRecord<String, byte[]> record : batch) {
      TopicPartition partition = new TopicPartition(record.topic(), record.partition());
      OptionalLong stands = positions.computeIfAbsent(partition, inbox::position);
      if (stands.isPresent() && record.offset() < stands.getAsLong()) {
        continue;
      }
      next.put(partition, record.offset() + 1);
      read(record, readable);
    }
    List<Envelope<Event>> fresh = inbox.onlyNew(readable);
    if (!fresh.isEmpty()) {
      subscription.handler().handle(fresh);
    }
    inbox.advance(next);
  }

  private void read(ConsumerRecord<String, byte[]> record, List<Envelope<Event>> readable) {
    if (record.value() == null && topic().compacted()) {
      return; // A tombstone: what it removes was retired by an event before it.
    }
    try {
      readable.add(CloudEvents.read(record));
    } catch (Unreadable e) {
      deadLetters.add(topic(), record, e.getMessage(), 1);
    }
  }

  private void bury(ConsumerRecord<String, byte[]> record, String reason) {
    deadLetters.add(topic(), record, reason, 2);
    inbox.advance(
        Map.of(new TopicPartition(record.topic(), record.partition()), record.offset() + 1));
  }

  private static String reasonOf(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + ": " + root.getMessage();
  }

  private static Map<TopicPartition, OffsetAndMetadata> ends(
      ConsumerRecords<String, byte[]> records) {
    Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
    for (TopicPartition partition : records.partitions()) {
      ends.put(partition, new OffsetAndMetadata(records.records(partition).getLast().offset() + 1));
    }
    return ends;
  }

  /** The database knows better than the broker how far we are; unless the topic was made anew. */
  private final class StartWhereTheInboxStands implements ConsumerRebalanceListener {

    private final KafkaConsumer<String, byte[]> broker;

    StartWhereTheInboxStands(KafkaConsumer<String, byte[]> broker) {
      this.broker = broker;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      // Nothing is in flight between two polls.
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      Map<TopicPartition, Long> ends = broker.endOffsets(partitions);
      for (TopicPartition partition : partitions) {
        OptionalLong stands = inbox.peekPosition(partition);
        if (stands.isEmpty()) {
          continue;
        }
        if (stands.getAsLong() > ends.get(partition)) {
          LOG.warnf("%s is shorter than what was read of it: reading it from its start", partition);
          transactions.run(() -> inbox.advance(Map.of(partition, 0L)));
          broker.seekToBeginning(List.of(partition));
        } else {
          broker.seek(partition, stands.getAsLong());
        }
      }
    }
  }
}
