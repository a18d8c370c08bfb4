package dev.reclaim.usage.rest;

import dev.reclaim.testkit.infrastructure.TopicLog;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** The inbox as the broker keeps it, headers and all. */
final class RawInbox {

  private static final String TOPIC = "reclaim.inbox";

  private RawInbox() {}

  /** The headers of the events of which one header has this value. */
  static List<Map<String, String>> withHeader(String name, String value) {
    try (TopicLog inbox = new TopicLog(TOPIC)) {
      return inbox.now().stream()
          .map(RawInbox::headers)
          .filter(headers -> value.equals(headers.get(name)))
          .toList();
    }
  }

  private static Map<String, String> headers(ConsumerRecord<String, byte[]> found) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : found.headers()) {
      headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    return headers;
  }
}
