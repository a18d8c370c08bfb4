package dev.reclaim.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The public description of the topics says what the code says, no more and no less. */
class AsyncApiTest {

  private static final Path FILE = Path.of("asyncapi.yaml");

  private final JsonNode api = read();

  @Test
  void everyTopicIsDescribed() {
    // given
    Set<String> topics =
        Set.of(Topic.values()).stream().map(Topic::title).collect(Collectors.toSet());

    // when
    Set<String> described =
        StreamSupport.stream(api.get("channels").spliterator(), false)
            .map(channel -> channel.get("address").asText())
            .collect(Collectors.toSet());

    // then
    assertThat(described).isEqualTo(topics);
  }

  @Test
  void everyEventStandsOnTheTopicOfItsFamily() {
    // given
    Map<String, Set<String>> inCode = new TreeMap<>();
    EventTypes.all()
        .values()
        .forEach(
            record ->
                inCode
                    .computeIfAbsent(topicOf(record).title(), topic -> new TreeSet<>())
                    .add(record.getSimpleName()));

    // when
    Map<String, Set<String>> described = new TreeMap<>();
    for (JsonNode channel : api.get("channels")) {
      Set<String> names = new TreeSet<>();
      channel.get("messages").fieldNames().forEachRemaining(names::add);
      described.put(channel.get("address").asText(), names);
    }

    // then
    assertThat(described).isEqualTo(inCode);
  }

  @Test
  void everyMessageHasItsTypeASummaryAndASchemaThatExists() {
    JsonNode messages = api.at("/components/messages");
    assertThat(messages).hasSize(EventTypes.all().size());
    EventTypes.all()
        .forEach(
            (type, record) -> {
              JsonNode message = messages.get(record.getSimpleName());
              assertThat(message.get("name").asText()).isEqualTo(type);
              assertThat(message.get("summary").asText()).isNotBlank();
              assertThat(Path.of(message.at("/payload/schema/$ref").asText())).exists();
            });
  }

  private static Topic topicOf(Class<? extends Event> record) {
    for (Class<?> family = record; family != null; family = firstInterface(family)) {
      for (Topic topic : Topic.values()) {
        if (family.getSimpleName().equals(familyOf(topic))) {
          return topic;
        }
      }
    }
    throw new AssertionError(record + " belongs to no family");
  }

  private static Class<?> firstInterface(Class<?> type) {
    return type.getInterfaces().length == 0 ? null : type.getInterfaces()[0];
  }

  private static String familyOf(Topic topic) {
    return switch (topic) {
      case INBOX -> "InboxEvent";
      case SIGNALS -> "SignalEvent";
      case POLICY -> "PolicyEvent";
      case CANDIDATES -> "CandidateEvent";
      case CONSENT -> "ConsentEvent";
      case REVOCATIONS -> "RevocationEvent";
    };
  }

  private static JsonNode read() {
    try {
      return new ObjectMapper(new YAMLFactory()).readTree(FILE.toFile());
    } catch (IOException e) {
      throw new AssertionError("asyncapi.yaml cannot be read", e);
    }
  }
}
