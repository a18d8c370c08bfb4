package dev.reclaim.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.reclaim.events.Event;
import dev.reclaim.events.InboxEvent.UsageReported;
import dev.reclaim.events.Topic;
import dev.reclaim.local.JoinedConnections;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsumerLoopTest {

  private final JoinedConnections database = RealParts.freshDatabase();
  private final LosesCommits transactions = new LosesCommits(database);
  private final InstantSource clock = InstantSource.system();
  private final PostgresOutbox outbox = new PostgresOutbox(database, clock, "test");
  private final Sender sender = new Sender(RealParts.kafka());
  private final OutboxRelay relay = new OutboxRelay(database, sender);
  private final String test = UUID.randomUUID().toString();
  private final List<String> handled = new CopyOnWriteArrayList<>();
  private ConsumerLoop loop;

  @BeforeEach
  void start() {
    relay.start();
    loop = listen();
  }

  @AfterEach
  void stop() {
    loop.close();
    relay.close();
    sender.close();
  }

  @Test
  void handlesEachEventOnceHoweverOftenItIsSent() {
    // when
    for (int round = 0; round < 3; round++) {
      IntStream.range(0, 50).forEach(n -> send("event-" + n));
    }

    // then
    send("last");
    await().atMost(Duration.ofSeconds(20)).until(() -> handled.contains("last"));
    assertThat(handled).hasSize(51).doesNotHaveDuplicates();
  }

  @Test
  void aPoisonedEventIsBuriedAloneAndTheOthersGoOn() {
    // when
    send("before");
    send("poison");
    send("after");

    // then
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> handled.containsAll(List.of("before", "after")));
    await()
        .until(
            () ->
                RealParts.deadLetterReasons(Topic.INBOX).stream()
                    .anyMatch(reason -> reason.contains("no good: " + test)));
    assertThat(handled).doesNotContain("poison").doesNotHaveDuplicates();
  }

  @Test
  void whatIsNoEventIsBuriedWithTheFieldNamed() {
    // when
    sendRaw("reclaim.usage.v1", "{\"application\":\"x\",\"at\":\"2026-01-01T00:00:00Z\"}");
    sendRaw("reclaim.usage.v1", "{\"account\":\"a\",\"application\":\"x\",\"at\":\"yesterday\"}");
    sendRaw("reclaim.usage.v1", "{not json");
    sendRaw("reclaim.usage.v9", "{}");
    sendRaw("reclaim.usage.v1", "");
    sendRaw("reclaim.usage.v1", "{\"account\":\"Zoë\"}".getBytes(StandardCharsets.ISO_8859_1));
    arrive(
        new ProducerRecord<>("reclaim.inbox", "k", "no headers".getBytes(StandardCharsets.UTF_8)));
    send("healthy");

    // then
    await().atMost(Duration.ofSeconds(20)).until(() -> handled.contains("healthy"));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(RealParts.deadLetterReasons(Topic.INBOX))
                    .anyMatch(reason -> reason.equals("account: is missing"))
                    .anyMatch(reason -> reason.startsWith("at: 'yesterday' is not a point in time"))
                    .anyMatch(reason -> reason.startsWith("data: is not JSON"))
                    .anyMatch(reason -> reason.equals("type: 'reclaim.usage.v9' is not known here"))
                    .anyMatch(reason -> reason.equals("data: is missing"))
                    .anyMatch(reason -> reason.startsWith("account: Invalid UTF-8"))
                    .anyMatch(reason -> reason.startsWith("CloudEvents attributes")));
  }

  @Test
  void aDatabaseThatGoesAwayDelaysButLosesAndRepeatsNothing() {
    // given
    transactions.losesTheNextCommits(3);

    // when
    IntStream.range(0, 20).forEach(n -> send("event-" + n));

    // then
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(committed())
                    .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 20).mapToObj(n -> "event-" + n).toList()));
    assertThat(RealParts.deadLetterReasons(Topic.INBOX))
        .noneMatch(reason -> reason.contains("the connection was lost"));
  }

  @Test
  void aRestartGoesOnWhereItStopped() {
    // given
    send("first");
    await().atMost(Duration.ofSeconds(20)).until(() -> handled.contains("first"));
    loop.close();

    // when
    send("second");
    loop = listen();

    // then
    await().atMost(Duration.ofSeconds(20)).until(() -> handled.contains("second"));
    assertThat(handled).doesNotHaveDuplicates();
  }

  /** The handler says in the outbox what it handled, so that only committed work counts. */
  private ConsumerLoop listen() {
    ConsumerLoop started =
        new ConsumerLoop(
            RealParts.kafka(),
            "test-" + test,
            new Subscription(Topic.INBOX, this::handle),
            transactions,
            new Inbox(database, clock),
            outbox);
    started.start();
    return started;
  }

  private void handle(List<Envelope<Event>> fresh) {
    for (Envelope<Event> envelope : fresh) {
      if (envelope.event() instanceof UsageReported usage && usage.application().equals(test)) {
        if (usage.account().equals("poison")) {
          throw new IllegalArgumentException("no good: " + test);
        }
        outbox.addRecords(
            List.of(
                new ProducerRecord<>(
                    "reclaim.signals", test, usage.account().getBytes(StandardCharsets.UTF_8))));
      }
    }
    for (Envelope<Event> envelope : fresh) {
      if (envelope.event() instanceof UsageReported usage && usage.application().equals(test)) {
        handled.add(usage.account());
      }
    }
  }

  private List<String> committed() {
    return RealParts.records("reclaim.signals").stream()
        .filter(record -> test.equals(record.key()))
        .map(record -> new String(record.value(), StandardCharsets.UTF_8))
        .toList();
  }

  private void send(String account) {
    UsageReported usage =
        new UsageReported(
            account,
            test,
            Instant.parse("2026-01-01T00:00:00Z"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    arrive(
        CloudEvents.toRecord(
            new Envelope<>(test + account, "sender", clock.instant(), Cause.NONE, usage)));
  }

  private void sendRaw(String type, String data) {
    sendRaw(type, data.getBytes(StandardCharsets.UTF_8));
  }

  private void sendRaw(String type, byte[] data) {
    ProducerRecord<String, byte[]> record = new ProducerRecord<>("reclaim.inbox", test, data);
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", UUID.randomUUID().toString(),
            "ce_source", "sender",
            "ce_type", type,
            "ce_time", "2026-01-01T00:00:00Z",
            "content-type", "application/json")
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    arrive(record);
  }

  private void arrive(ProducerRecord<String, byte[]> record) {
    try {
      sender.send(record).get();
    } catch (ExecutionException e) {
      throw new AssertionError("the broker refused a record", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
