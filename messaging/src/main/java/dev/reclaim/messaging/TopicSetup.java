package dev.reclaim.messaging;

import dev.reclaim.events.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are missing; what exists stays as its owner configured it. */
final class TopicSetup {

  /**
   * A dead letter is the whole record and its story, so its topic takes more than the others: 4
   * MiB.
   */
  static final int LARGEST_DEAD_LETTER = 4 * 1024 * 1024;

  private static final int PARTITIONS = 6;

  private TopicSetup() {}

  static void ensure(Map<String, Object> kafka)
      throws ExecutionException, TimeoutException, InterruptedException {
    try (Admin admin = Admin.create(kafka)) {
      Set<String> present = admin.listTopics().names().get(10, TimeUnit.SECONDS);
      List<NewTopic> missing =
          wanted().stream().filter(topic -> !present.contains(topic.name())).toList();
      try {
        admin.createTopics(missing).all().get(10, TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
        // Another service was faster.
      }
    }
  }

  private static List<NewTopic> wanted() {
    List<NewTopic> topics = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      topics.add(
          new NewTopic(topic.title(), Optional.of(PARTITIONS), Optional.empty())
              .configs(
                  Map.of(
                      TopicConfig.CLEANUP_POLICY_CONFIG,
                      topic.compacted() ? "compact" : "delete")));
      topics.add(
          new NewTopic(topic.deadLetters(), Optional.of(1), Optional.empty())
              .configs(
                  Map.of(
                      TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                      Integer.toString(LARGEST_DEAD_LETTER))));
    }
    return topics;
  }
}
