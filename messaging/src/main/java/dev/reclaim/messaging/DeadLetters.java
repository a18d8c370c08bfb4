package dev.reclaim.messaging;

import dev.reclaim.events.Topic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Where records go that a service cannot take: to the topic's {@code .dlq}, untouched, with the
 * reason and the place they came from in headers. Written through the outbox, so that a record is
 * either handled or a dead letter, never neither.
 */
final class DeadLetters {

  private static final String PREFIX = "reclaim-dead-letter-";
  private static final int LONGEST_REASON = 2_000;

  private final PostgresOutbox outbox;
  private final String consumer;

  DeadLetters(PostgresOutbox outbox, String consumer) {
    this.outbox = outbox;
    this.consumer = consumer;
  }

  void add(Topic topic, ConsumerRecord<String, byte[]> record, String reason, int attempts) {
    ProducerRecord<String, byte[]> letter =
        new ProducerRecord<>(topic.deadLetters(), record.key(), record.value());
    for (Header header : record.headers()) {
      letter.headers().add(header);
    }
    say(letter.headers(), "reason", reason);
    say(letter.headers(), "consumer", consumer);
    say(letter.headers(), "topic", record.topic());
    say(letter.headers(), "partition", Integer.toString(record.partition()));
    say(letter.headers(), "offset", Long.toString(record.offset()));
    say(letter.headers(), "attempts", Integer.toString(attempts));
    outbox.addRecords(List.of(letter));
  }

  private static void say(Headers headers, String what, String value) {
    String shortened =
        value.length() <= LONGEST_REASON ? value : value.substring(0, LONGEST_REASON) + "…";
    headers.add(PREFIX + what, shortened.getBytes(StandardCharsets.UTF_8));
  }
}
