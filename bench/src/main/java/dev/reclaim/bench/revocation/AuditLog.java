package dev.reclaim.bench.revocation;

import dev.reclaim.audit.AppendEntries;
import dev.reclaim.audit.LogSigner;
import dev.reclaim.audit.kafka.HearsEvents;
import dev.reclaim.audit.keyfile.SigningKeyFile;
import dev.reclaim.audit.postgres.PostgresLogRows;
import dev.reclaim.events.Topic;
import dev.reclaim.messaging.ConsumerLoop;
import dev.reclaim.messaging.Inbox;
import dev.reclaim.messaging.Loop;
import dev.reclaim.messaging.PostgresOutbox;
import dev.reclaim.messaging.Subscription;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** audit-service as it is wired in production, and what stands in its log. */
final class AuditLog implements AutoCloseable {

  /** Counting takes a part of what is measured. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  private static final String SERVICE = "audit-service";
  private static final InstantSource CLOCK = Clock.systemUTC();

  private final ServiceDatabase database;
  private final List<Loop> loops = new ArrayList<>();

  AuditLog(Parts parts, ServiceDatabase database) {
    this.database = database;
    LogSigner signer =
        new LogSigner(
            "bench.example.com/log",
            new SigningKeyFile(parts.folder().resolve("signing-key")).readOrMake());
    HearsEvents hears =
        new HearsEvents(
            new AppendEntries(new PostgresLogRows(database.connections()), signer, CLOCK));
    for (Topic topic : List.of(Topic.CONSENT, Topic.REVOCATIONS, Topic.POLICY)) {
      loops.add(
          new ConsumerLoop(
              parts.kafka(),
              SERVICE,
              new Subscription(topic, hears),
              database.transactions(),
              new Inbox(database.connections(), CLOCK),
              new PostgresOutbox(database.connections(), CLOCK, SERVICE)));
    }
    loops.forEach(Loop::start);
  }

  /** How many of that kind are in the log. */
  long count(String type) throws SQLException {
    return number("SELECT count(*) FROM entry WHERE type = ?", type);
  }

  long entries() throws SQLException {
    return number("SELECT count(*) FROM entry WHERE type <> ?", "");
  }

  /** From the approval of a seat to its freeing, by the times of the events, in milliseconds. */
  List<Long> millisFromApprovalToFreed(String applications, Instant from, Instant until)
      throws SQLException {
    List<Long> millis = new ArrayList<>();
    try (Connection connection = database.connect();
        PreparedStatement select =
            connection.prepareStatement(
                """
                SELECT extract(epoch FROM f.time - a.time) * 1000 AS millis
                FROM entry a JOIN entry f ON f.candidate = a.candidate AND f.type = 'reclaim.seat-freed.v1'
                WHERE a.type = 'reclaim.revocation-approved.v1' AND a.application ~ ?
                  AND a.time >= ?::timestamptz AND a.time < ?::timestamptz
                """)) {
      select.setString(1, applications);
      select.setString(2, from.toString());
      select.setString(3, until.toString());
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          millis.add(rows.getLong(1));
        }
      }
    }
    return millis.stream().sorted().toList();
  }

  private long number(String sql, String argument) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, argument);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Waits until so many of that kind are in the log. */
  void await(String type, long wanted, Duration atMost) throws SQLException, InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (count(type) < wanted) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "only %d of %d %s after %s".formatted(count(type), wanted, type, atMost));
      }
      Thread.sleep(LOOK_EVERY);
    }
  }

  @Override
  public void close() {
    loops.forEach(Loop::close);
  }
}
