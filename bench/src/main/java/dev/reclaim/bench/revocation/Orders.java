package dev.reclaim.bench.revocation;

import dev.reclaim.events.Actor;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.ConsentEvent.RevocationApproved;
import dev.reclaim.events.Event;
import dev.reclaim.events.Handling.Order;
import dev.reclaim.events.Handling.Taking;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.Reason;
import dev.reclaim.events.RuleName;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.Via;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.CloudEvents;
import dev.reclaim.messaging.Envelope;
import dev.reclaim.messaging.Sender;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Says what policy and consent say: which applications there are, and whose seats are to go. */
final class Orders implements AutoCloseable {

  private static final RuleName RULE = new RuleName("idle");

  private final Sender sender;

  Orders(Map<String, Object> kafka) {
    this.sender = new Sender(kafka);
  }

  static ApplicationId application(int vendor) {
    return new ApplicationId("bench-" + vendor);
  }

  static String connection(int vendor) {
    return "vendor-" + vendor;
  }

  void define(int vendor) throws ExecutionException, InterruptedException {
    send(
        "rule-evaluator",
        new ApplicationDefined(
            application(vendor),
            1,
            "Bench " + vendor,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            false,
            Optional.of(new SeatSource(new ConnectionName(connection(vendor)), "seat")),
            "Nothing.",
            30,
            false));
  }

  /** So many seats that the limits let the measured ones through; they stay in force. */
  static void knowSeats(ServiceDatabase database, int vendor, int seats) throws SQLException {
    try (Connection connection = database.connect();
        Statement insert = connection.createStatement()) {
      insert.execute(
          """
          INSERT INTO known_seat (id, application, holder, tier, observed_at)
          SELECT '%s-' || n, '%s', 'h' || n, 'standard', now() FROM generate_series(1, %d) AS n
          """
              .formatted(application(vendor), application(vendor), seats));
    }
  }

  Future<RecordMetadata> approve(int vendor, String account) {
    SeatRef seat =
        SeatRef.of(
            HolderId.of(account),
            application(vendor),
            SeatRef.ONLY_TIER,
            account,
            new Via.Direct());
    return sender.send(
        record(
            "consent-service",
            new RevocationApproved(
                CandidateId.of(seat.id(), RULE, 1),
                seat,
                RULE,
                1,
                Taking.of(Order.SEAT_ONLY),
                Actor.system("consent-service"),
                "nobody answered",
                List.of(new Reason("idle", "not used for 90 days")),
                Optional.of(Instant.now()))));
  }

  private void send(String source, Event event) throws ExecutionException, InterruptedException {
    sender.send(record(source, event)).get();
  }

  private static ProducerRecord<String, byte[]> record(String source, Event event) {
    return CloudEvents.toRecord(
        new Envelope<>(UUID.randomUUID().toString(), source, Instant.now(), Cause.NONE, event));
  }

  @Override
  public void close() {
    sender.close();
  }
}
