package dev.reclaim.testkit;

import dev.reclaim.events.Event;
import dev.reclaim.events.Topic;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.CloudEvents;
import dev.reclaim.messaging.Envelope;
import dev.reclaim.messaging.Sender;
import dev.reclaim.messaging.Unreadable;
import dev.reclaim.testkit.infrastructure.Infrastructure;
import dev.reclaim.testkit.infrastructure.TopicLog;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.awaitility.Awaitility;

/** Speaks and listens on the test broker, as another service or an outside system would. */
public final class TopicView implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration SHORTLY = Duration.ofMillis(20);

  private final Sender sender =
      new Sender(Map.of("bootstrap.servers", Infrastructure.started().bootstrapServers()));
  private final Map<String, TopicLog> logs = new ConcurrentHashMap<>();
  private final Map<Topic, Heard> heard = new ConcurrentHashMap<>();

  /** Sends an event as if its own producer had; the id is random. */
  public Envelope<Event> send(String source, Event event) {
    return send(UUID.randomUUID().toString(), source, Instant.now(), event);
  }

  public Envelope<Event> send(String id, String source, Instant time, Event event) {
    Envelope<Event> envelope = new Envelope<>(id, source, time, Cause.NONE, event);
    send(CloudEvents.toRecord(envelope));
    return envelope;
  }

  /** Sends a record as it is, broken ones too. */
  public void send(ProducerRecord<String, byte[]> record) {
    try {
      sender.send(record).get();
    } catch (ExecutionException e) {
      throw new AssertionError("the test broker refused a record", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Everything on a topic now, oldest first within each partition. */
  public List<Event> all(Topic topic) {
    return heard.computeIfAbsent(topic, _ -> new Heard()).in(records(topic.title()));
  }

  /** Waits until an event of this kind that fits is on its topic, and returns the first. */
  public <E extends Event> E await(Topic topic, Class<E> kind, Predicate<E> fits) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(SHORTLY)
        .until(() -> find(topic, kind, fits), Optional::isPresent)
        .orElseThrow();
  }

  /** The events of this kind that fit, now. */
  public <E extends Event> List<E> matching(Topic topic, Class<E> kind, Predicate<E> fits) {
    return all(topic).stream().filter(kind::isInstance).map(kind::cast).filter(fits).toList();
  }

  private <E extends Event> Optional<E> find(Topic topic, Class<E> kind, Predicate<E> fits) {
    return matching(topic, kind, fits).stream().findFirst();
  }

  /** Waits for a dead letter whose reason contains a text, and returns that reason. */
  public String awaitDeadLetter(Topic topic, String partOfReason) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(SHORTLY)
        .until(
            () ->
                records(topic.deadLetters()).stream()
                    .map(record -> header(record, "reclaim-dead-letter-reason"))
                    .filter(reason -> reason.contains(partOfReason))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  private List<ConsumerRecord<String, byte[]>> records(String topic) {
    return logs.computeIfAbsent(topic, TopicLog::new).now();
  }

  @Override
  public void close() {
    sender.close();
    logs.values().forEach(TopicLog::close);
  }

  /** The events of one topic; each record is turned into one once. */
  private static final class Heard {

    private final List<Event> events = new ArrayList<>();

    synchronized List<Event> in(List<ConsumerRecord<String, byte[]>> records) {
      records.stream().skip(events.size()).map(Heard::read).forEach(events::add);
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
}
