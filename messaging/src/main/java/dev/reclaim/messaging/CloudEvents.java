package dev.reclaim.messaging;

import dev.reclaim.events.Event;
import dev.reclaim.events.EventTypes;
import dev.reclaim.events.Topic;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Envelopes as CloudEvents 1.0 on Kafka: written in binary mode, read in binary or structured mode.
 */
public final class CloudEvents {

  /** The event that this one follows from. */
  static final String CAUSED_BY = "causedby";

  static final String TRACEPARENT = "traceparent";

  private CloudEvents() {}

  public static CloudEvent of(Envelope<?> envelope) {
    String type = EventTypes.typeOf(envelope.event().getClass());
    CloudEventBuilder builder =
        CloudEventBuilder.v1()
            .withId(envelope.id())
            .withSource(URI.create(envelope.source()))
            .withType(type)
            .withTime(envelope.time().atOffset(ZoneOffset.UTC))
            .withDataSchema(schemaOf(type))
            .withExtension("partitionkey", envelope.event().key())
            .withData("application/json", EventCodec.write(envelope.event()));
    envelope.cause().eventId().ifPresent(id -> builder.withExtension(CAUSED_BY, id));
    envelope.cause().traceparent().ifPresent(trace -> builder.withExtension(TRACEPARENT, trace));
    return builder.build();
  }

  public static ProducerRecord<String, byte[]> toRecord(Envelope<?> envelope) {
    String topic = Topic.of(envelope.event()).title();
    return KafkaMessageFactory.<String>createWriter(topic, envelope.event().key())
        .writeBinary(of(envelope));
  }

  /**
   * Reads what stands on a topic.
   *
   * @throws Unreadable when it is no CloudEvent, or its data is not what its type promises
   */
  public static Envelope<Event> read(ConsumerRecord<String, byte[]> record) throws Unreadable {
    CloudEvent event;
    try {
      event = KafkaMessageFactory.createReader(record).toEvent();
    } catch (CloudEventRWException | IllegalArgumentException | IllegalStateException e) {
      throw new Unreadable("CloudEvents attributes: " + e.getMessage(), e);
    }
    return read(event);
  }

  /**
   * Reads one CloudEvent, wherever it came from.
   *
   * @throws Unreadable when an attribute or the data is missing or wrong
   */
  public static Envelope<Event> read(CloudEvent event) throws Unreadable {
    if (event.getTime() == null) {
      throw new Unreadable("time: is missing");
    }
    if (event.getId().isBlank()) {
      throw new Unreadable("id: is blank");
    }
    byte[] data = event.getData() == null ? new byte[0] : event.getData().toBytes();
    return new Envelope<>(
        event.getId(),
        event.getSource().toString(),
        instant(event),
        new Cause(extension(event, CAUSED_BY), extension(event, TRACEPARENT)),
        EventCodec.read(event.getType(), data));
  }

  private static Instant instant(CloudEvent event) {
    return event.getTime().toInstant();
  }

  private static Optional<String> extension(CloudEvent event, String name) {
    return Optional.ofNullable(event.getExtension(name)).map(Object::toString);
  }

  private static URI schemaOf(String type) {
    return URI.create("https://reclaim.dev/schemas/" + type + ".json");
  }
}
