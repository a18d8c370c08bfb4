package dev.reclaim.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.reclaim.events.Actor;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.ConsentEvent.CandidateReady;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.Topic;
import dev.reclaim.local.JoinedConnections;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {

  private final JoinedConnections database = RealParts.freshDatabase();
  private final LosesCommits transactions = new LosesCommits(database);
  private final PostgresOutbox outbox =
      new PostgresOutbox(
          database, InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z")), "consent-service");
  private final Sender sender = new Sender(RealParts.kafka());
  private final OutboxRelay relay = new OutboxRelay(database, sender);
  private final HolderId holder = HolderId.of(UUID.randomUUID().toString());

  @AfterEach
  void stop() {
    relay.close();
    sender.close();
  }

  @Test
  void whatIsCommittedArrivesInOrder() {
    // given
    relay.start();

    // when
    IntStream.range(0, 300)
        .forEach(n -> transactions.run(() -> outbox.add(ready("step " + n), Cause.NONE)));

    // then
    await().atMost(Duration.ofSeconds(20)).until(() -> said().size() == 300);
    assertThat(said())
        .extracting(CandidateReady::why)
        .isEqualTo(IntStream.range(0, 300).mapToObj(n -> "step " + n).toList());
    await().until(() -> rowsLeft() == 0);
  }

  @Test
  void whatIsRolledBackWasNeverSaid() {
    // given
    relay.start();

    // when
    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      outbox.add(ready("undone"), Cause.NONE);
                      throw new IllegalStateException("undo");
                    }))
        .hasMessage("undo");
    transactions.run(() -> outbox.add(ready("done"), Cause.NONE));

    // then
    await().until(() -> !said().isEmpty());
    assertThat(said()).extracting(CandidateReady::why).containsExactly("done");
  }

  @Test
  void onlyOneRelayIsActiveAndTheOtherTakesOver() {
    // given
    OutboxRelay second = new OutboxRelay(database, sender);
    relay.start();
    await().until(() -> relay.trouble().isEmpty());
    second.start();

    // when
    relay.close();
    transactions.run(() -> outbox.add(ready("after the first relay"), Cause.NONE));

    // then
    await().atMost(Duration.ofSeconds(10)).until(() -> said().size() == 1);
    second.close();
  }

  @Test
  void theRecordIsACloudEventWithItsCauseAndTrace() {
    // given
    relay.start();
    Cause cause =
        new Cause(
            Optional.of("cause-1"),
            Optional.of("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));

    // when
    transactions.run(() -> outbox.add(ready("traced"), cause));

    // then
    await().until(() -> !said().isEmpty());
    ConsumerRecord<String, byte[]> record = records().getFirst();
    assertThat(record.key()).isEqualTo(holder.value());
    assertThat(header(record, "ce_type")).isEqualTo("reclaim.candidate-ready.v1");
    assertThat(header(record, "ce_source")).isEqualTo("consent-service");
    assertThat(header(record, "ce_time")).isEqualTo("2026-03-01T12:00:00Z");
    assertThat(header(record, "ce_causedby")).isEqualTo("cause-1");
    assertThat(header(record, "ce_traceparent")).endsWith("b7ad6b7169203331-01");
    assertThat(header(record, "ce_dataschema")).endsWith("reclaim.candidate-ready.v1.json");
  }

  private CandidateReady ready(String why) {
    return new CandidateReady(new CandidateId("cand-1"), holder, Actor.system("test"), why);
  }

  private List<ConsumerRecord<String, byte[]>> records() {
    return RealParts.records(Topic.CONSENT.title()).stream()
        .filter(record -> record.key().equals(holder.value()))
        .toList();
  }

  private List<CandidateReady> said() {
    return records().stream().map(OutboxRelayTest::read).toList();
  }

  private static CandidateReady read(ConsumerRecord<String, byte[]> record) {
    try {
      return (CandidateReady) CloudEvents.read(record).event();
    } catch (Unreadable e) {
      throw new AssertionError(e);
    }
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private long rowsLeft() throws SQLException {
    try (Connection connection = database.getConnection();
        ResultSet result =
            connection.createStatement().executeQuery("SELECT count(*) FROM outbox")) {
      result.next();
      return result.getLong(1);
    }
  }
}
