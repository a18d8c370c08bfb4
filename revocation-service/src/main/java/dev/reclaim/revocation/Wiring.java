package dev.reclaim.revocation;

import dev.reclaim.connectors.Connections;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.Topic;
import dev.reclaim.messaging.PostgresOutbox;
import dev.reclaim.messaging.Subscription;
import dev.reclaim.messaging.Transactions;
import dev.reclaim.revocation.kafka.ConsentListener;
import dev.reclaim.revocation.kafka.PolicyListener;
import dev.reclaim.revocation.kafka.SignalsListener;
import dev.reclaim.revocation.postgres.HearsNotifications;
import dev.reclaim.revocation.postgres.PostgresBrakeRecord;
import dev.reclaim.revocation.postgres.PostgresLedger;
import dev.reclaim.revocation.postgres.PostgresPolicy;
import dev.reclaim.revocation.postgres.PostgresRevocations;
import dev.reclaim.revocation.postgres.PostgresSignals;
import dev.reclaim.revocation.postgres.PostgresView;
import dev.reclaim.revocation.postgres.ReadsFacts;
import dev.reclaim.revocation.postgres.ReadsPaces;
import dev.reclaim.revocation.postgres.Statements;
import dev.reclaim.revocation.postgres.StoresTransitions;
import dev.reclaim.revocation.postgres.WorkerName;
import dev.reclaim.revocation.schedule.Works;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Joins what this service is with what it runs on. */
@ApplicationScoped
public class Wiring {

  private final WiringSettings settings;
  private final DataSource database;
  private final InstantSource clock;
  private final int port;
  private HearsNotifications hears;

  Wiring(
      WiringSettings settings,
      DataSource database,
      InstantSource clock,
      @ConfigProperty(name = "quarkus.http.port") int port) {
    this.settings = settings;
    this.database = database;
    this.clock = clock;
    this.port = port;
  }

  private String hostAndPort() {
    try {
      return InetAddress.getLocalHost().getHostName() + "-" + port;
    } catch (UnknownHostException e) {
      throw new IllegalStateException(
          "reclaim.revocation.worker: is missing, and this machine does not know its name", e);
    }
  }

  @Produces
  @Singleton
  Connections connections(WiringConnections configured) {
    return Connections.from(configured.byName());
  }

  void close(@Disposes Connections connections) {
    connections.close();
  }

  @Produces
  @Singleton
  ConnectionsSeen connectionsSeen() {
    return new ConnectionsSeen(clock);
  }

  @Produces
  @Singleton
  Vendors vendors(Connections connections, ConnectionsSeen seen) {
    return name -> vendor(name, connections, seen);
  }

  private static Vendor vendor(ConnectionName name, Connections connections, ConnectionsSeen seen) {
    return connections.names().contains(name)
        ? new NotedVendor(name, new ConnectedVendor(connections.named(name)), seen)
        : new UnconnectedVendor(name);
  }

  @Produces
  @Singleton
  Brakes brakes() {
    WiringSettings.WiringLimits limits = settings.limits();
    return new Brakes(
        new Limits(
            limits.warnPercent(),
            limits.stopPercent(),
            limits.smallBelow(),
            limits.smallPerHour(),
            limits.smallPerDay(),
            limits.mostPerHour(),
            limits.mostPerDay()),
        settings.dryRun());
  }

  @Produces
  @Singleton
  Retries retries() {
    WiringSettings.WiringRetry retry = settings.retry();
    return new Retries(
        new Schedule(
            retry.first(), retry.longest(), retry.giveUpAfter(), retry.looks(), retry.settle()),
        RandomGenerator.getDefault());
  }

  @Produces
  @Singleton
  Statements statements() {
    return new Statements(database);
  }

  @Produces
  @Singleton
  BrakeRecord brakeRecord(Statements sql) {
    return new PostgresBrakeRecord(sql);
  }

  @Produces
  @Singleton
  StoresTransitions storesTransitions(Statements sql, PostgresOutbox outbox) {
    return new StoresTransitions(sql, outbox);
  }

  @Produces
  @Singleton
  ReadsFacts readsFacts(Statements sql, BrakeRecord brakes) {
    return new ReadsFacts(sql, new ReadsPaces(sql), brakes);
  }

  @Produces
  @Singleton
  PostgresLedger ledger(
      Transactions transactions, Statements sql, ReadsFacts facts, StoresTransitions stores) {
    return new PostgresLedger(
        transactions,
        sql,
        facts,
        stores,
        clock,
        new WorkerName(settings.worker().orElseGet(this::hostAndPort), settings.lease()));
  }

  @Produces
  @Singleton
  Revocations revocations(Statements sql, StoresTransitions stores) {
    return new PostgresRevocations(sql, stores, clock);
  }

  @Produces
  @Singleton
  SeesRevocations view(Statements sql, ReadsFacts facts) {
    return new PostgresView(sql, facts, new ReadsPaces(sql), clock);
  }

  @Produces
  @Singleton
  ReleasesBrakes releasesBrakes(Revocations revocations, BrakeRecord record) {
    return new ReleasesBrakes(revocations, record, clock);
  }

  @Produces
  @Singleton
  Works works(PostgresLedger ledger, Vendors vendors, Brakes brakes, Retries retries) {
    return new Works(
        ledger,
        ledger,
        new CarriesOut(
            ledger,
            vendors,
            new DecidesTaking(brakes, retries),
            new DecidesRestoring(retries),
            clock),
        clock,
        new Works.Eagerness(settings.poll(), settings.perConnection()));
  }

  @Produces
  @Singleton
  Subscription consent(Revocations revocations) {
    return new Subscription(
        Topic.CONSENT, new ConsentListener(new WhenApprovedThenRevoke(revocations, clock)));
  }

  @Produces
  @Singleton
  Subscription policy(Statements sql, Revocations revocations) {
    return new Subscription(Topic.POLICY, new PolicyListener(new PostgresPolicy(sql), revocations));
  }

  @Produces
  @Singleton
  Subscription signals(Statements sql, Revocations revocations) {
    return new Subscription(
        Topic.SIGNALS, new SignalsListener(new PostgresSignals(sql), revocations));
  }

  void start(
      @Observes StartupEvent event,
      Works works,
      ReleasesBrakes releases,
      Transactions transactions,
      Brakes brakes) {
    if (!brakes.dryRun()) {
      transactions.run(() -> releases.judgeAnew(Brake.DRY_RUN));
    }
    hears = new HearsNotifications(database, works::wake);
    works.start();
    hears.start();
  }

  void stop(@Observes ShutdownEvent event, Works works) {
    hears.close();
    works.close();
  }
}
