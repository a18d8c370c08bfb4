package dev.reclaim.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reclaim.local.run.Jvm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerTest {
  @TempDir private Path folder;

  @Test
  void recordsOutliveAKilledBroker() throws Exception {
    // given
    int port = FreePorts.orGiven(0);
    Process broker = ownJvm(port);
    try {
      send(port, "reclaim.signals", "霧島");

      // when
      broker.destroyForcibly().waitFor();
      broker = ownJvm(port);

      // then
      assertThat(readFirst(port, "reclaim.signals")).isEqualTo("霧島");
    } finally {
      broker.destroyForcibly().waitFor();
    }
  }

  @Test
  void startsInsideTheTestsJvmTwiceOnTheSameFolder() throws Exception {
    // given
    try (LocalBroker first = LocalBroker.start(folder, 0, 0)) {
      send(first.port(), "reclaim.inbox", "once");
    }

    // when
    try (LocalBroker second = LocalBroker.start(folder, 0, 0)) {

      // then
      assertThat(readFirst(second.port(), "reclaim.inbox")).isEqualTo("once");
    }
  }

  @Test
  void aTopicThatNobodyMadeStaysUnknown() throws Exception {
    // given
    try (LocalBroker broker = LocalBroker.start(folder, 0, 0);
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {

      // when
      var described = admin.describeTopics(List.of("misspelt")).allTopicNames();

      // then
      assertThatThrownBy(described::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
    }
  }

  private Process ownJvm(int port) throws IOException {
    List<String> command = new ArrayList<>(Jvm.small(256));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            LocalBroker.class.getName(),
            folder.toString(),
            Integer.toString(port),
            Integer.toString(FreePorts.orGiven(0))));
    Process broker = new ProcessBuilder(command).inheritIO().start();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(
            () -> {
              try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
              }
            });
    return broker;
  }

  private static void send(int port, String topic, String value) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port))) {
      admin
          .createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
          .all()
          .get();
    }
    Map<String, Object> settings = Map.of("bootstrap.servers", "127.0.0.1:" + port, "acks", "all");
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, "key", value)).get();
    }
  }

  private static String readFirst(int port, String topic) {
    Map<String, Object> settings = Map.of("bootstrap.servers", "127.0.0.1:" + port);
    TopicPartition partition = new TopicPartition(topic, 0);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      ConsumerRecords<String, String> records = consumer.poll(Duration.ofSeconds(20));
      return records.iterator().next().value();
    }
  }
}
