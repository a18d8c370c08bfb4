package dev.reclaim.bench.revocation;

import dev.reclaim.connectors.Connections;
import dev.reclaim.events.Topic;
import dev.reclaim.messaging.ConsumerLoop;
import dev.reclaim.messaging.Handler;
import dev.reclaim.messaging.Inbox;
import dev.reclaim.messaging.Loop;
import dev.reclaim.messaging.OutboxRelay;
import dev.reclaim.messaging.PostgresOutbox;
import dev.reclaim.messaging.Sender;
import dev.reclaim.messaging.Subscription;
import dev.reclaim.revocation.Brakes;
import dev.reclaim.revocation.Breaker;
import dev.reclaim.revocation.CarriesOut;
import dev.reclaim.revocation.ConnectedVendor;
import dev.reclaim.revocation.DecidesRestoring;
import dev.reclaim.revocation.DecidesTaking;
import dev.reclaim.revocation.GatedVendor;
import dev.reclaim.revocation.Gates;
import dev.reclaim.revocation.Limits;
import dev.reclaim.revocation.OfferedByConnectors;
import dev.reclaim.revocation.PlansSteps;
import dev.reclaim.revocation.Retries;
import dev.reclaim.revocation.Revocations;
import dev.reclaim.revocation.Schedule;
import dev.reclaim.revocation.SourceLimits;
import dev.reclaim.revocation.Vendors;
import dev.reclaim.revocation.WhenApprovedThenRevoke;
import dev.reclaim.revocation.WorkingHours;
import dev.reclaim.revocation.WritesInstructions;
import dev.reclaim.revocation.kafka.ConsentListener;
import dev.reclaim.revocation.kafka.PolicyListener;
import dev.reclaim.revocation.postgres.HearsNotifications;
import dev.reclaim.revocation.postgres.PostgresBrakeRecord;
import dev.reclaim.revocation.postgres.PostgresClaims;
import dev.reclaim.revocation.postgres.PostgresLedger;
import dev.reclaim.revocation.postgres.PostgresPolicy;
import dev.reclaim.revocation.postgres.PostgresRevocations;
import dev.reclaim.revocation.postgres.ReadsFacts;
import dev.reclaim.revocation.postgres.ReadsPaces;
import dev.reclaim.revocation.postgres.Statements;
import dev.reclaim.revocation.postgres.StoresTransitions;
import dev.reclaim.revocation.postgres.WorkerName;
import dev.reclaim.revocation.schedule.Works;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** revocation-service as it is wired in production, with the limits that it has there. */
final class Engine implements AutoCloseable {

  private static final String SERVICE = "revocation-service";
  private static final InstantSource CLOCK = Clock.systemUTC();

  /** As in production, except that nobody waits for long between two tries of one seat. */
  private static final Schedule SCHEDULE =
      new Schedule(
          Duration.ofSeconds(1),
          Duration.ofSeconds(20),
          Duration.ofHours(24),
          5,
          Duration.ofSeconds(5));

  private final List<Loop> loops = new ArrayList<>();
  private final Sender sender;
  private final Works works;

  Engine(Parts parts, ServiceDatabase database, Map<String, Map<String, String>> vendors) {
    Connections connections = Connections.from(vendors);
    Statements sql = new Statements(database.connections());
    PostgresOutbox outbox = new PostgresOutbox(database.connections(), CLOCK, SERVICE);
    StoresTransitions stores = new StoresTransitions(sql, outbox, Duration.ofHours(1));
    ReadsPaces paces = new ReadsPaces(sql);
    WorkerName worker = new WorkerName("bench", Duration.ofMinutes(3));
    PostgresLedger ledger =
        new PostgresLedger(
            database.transactions(),
            new PostgresLedger.Tables(
                sql, new ReadsFacts(sql, paces, new PostgresBrakeRecord(sql)), paces, stores),
            CLOCK,
            worker);
    works = works(database, sql, ledger, connections, worker);
    sender = new Sender(parts.kafka());
    Revocations revocations = new PostgresRevocations(sql, stores, CLOCK);
    loops.addAll(ledger.loops());
    loops.add(works);
    loops.add(new HearsNotifications(database.connections(), works::wake));
    loops.add(new OutboxRelay(database.connections(), sender));
    Inbox inbox = new Inbox(database.connections(), CLOCK);
    Map<Topic, Handler> heard =
        Map.of(
            Topic.CONSENT,
            new ConsentListener(new WhenApprovedThenRevoke(revocations, CLOCK)),
            Topic.POLICY,
            new PolicyListener(new PostgresPolicy(sql), revocations));
    heard.forEach(
        (topic, handler) ->
            loops.add(
                new ConsumerLoop(
                    parts.kafka(),
                    SERVICE,
                    new Subscription(topic, handler),
                    database.transactions(),
                    inbox,
                    outbox)));
    loops.forEach(Loop::start);
  }

  private Works works(
      ServiceDatabase database,
      Statements sql,
      PostgresLedger ledger,
      Connections connections,
      WorkerName worker) {
    Gates gates =
        new Gates(
            connections,
            new Gates.Share(100, 16),
            new Breaker.Patience(5, Duration.ofSeconds(5), Duration.ofSeconds(20)),
            CLOCK,
            name -> works.recovered(name));
    Vendors vendors =
        name ->
            new GatedVendor(
                new ConnectedVendor(connections.named(name)), gates.before(name).orElseThrow());
    Retries retries = new Retries(SCHEDULE, RandomGenerator.getDefault());
    DecidesTaking taking =
        new DecidesTaking(
            new PlansSteps(new OfferedByConnectors(connections), Optional.empty()),
            new Brakes(Limits.DEFAULT, SourceLimits.DEFAULT, WorkingHours.ALWAYS, false),
            retries,
            new WritesInstructions(Duration.ofDays(3), Optional.empty()));
    return new Works(
        new PostgresClaims(database.transactions(), sql, CLOCK, worker),
        ledger,
        new CarriesOut(ledger, vendors, taking, new DecidesRestoring(retries), CLOCK),
        CLOCK,
        new Works.Eagerness(Duration.ofSeconds(1), 48, gates::worthWhile));
  }

  @Override
  public void close() {
    loops.reversed().forEach(Loop::close);
    sender.close();
  }
}
