package dev.reclaim.revocation;

import dev.reclaim.events.Topic;
import dev.reclaim.http.PostgresAnswers;
import dev.reclaim.http.RemembersAnswers;
import dev.reclaim.messaging.Loop;
import dev.reclaim.messaging.PostgresOutbox;
import dev.reclaim.messaging.Subscription;
import dev.reclaim.messaging.Transactions;
import dev.reclaim.revocation.kafka.ConsentListener;
import dev.reclaim.revocation.kafka.PolicyListener;
import dev.reclaim.revocation.kafka.SignalsListener;
import dev.reclaim.revocation.mail.RaisesAlarms;
import dev.reclaim.revocation.postgres.HearsNotifications;
import dev.reclaim.revocation.postgres.PostgresAlarms;
import dev.reclaim.revocation.postgres.PostgresBrakeRecord;
import dev.reclaim.revocation.postgres.PostgresClaims;
import dev.reclaim.revocation.postgres.PostgresDrifts;
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
import dev.reclaim.revocation.schedule.WatchesDrift;
import dev.reclaim.revocation.schedule.Works;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Joins what this service is with what it runs on. */
@ApplicationScoped
public class Wiring {

  private final WiringSettings settings;
  private final DataSource database;
  private final InstantSource clock;
  private final int port;
  private final List<Loop> loops = new ArrayList<>();

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
  RemembersAnswers remembersAnswers() {
    return new PostgresAnswers(database);
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
    return new StoresTransitions(sql, outbox, settings.drift().first());
  }

  @Produces
  @Singleton
  ReadsPaces readsPaces(Statements sql) {
    return new ReadsPaces(sql);
  }

  @Produces
  @Singleton
  ReadsFacts readsFacts(Statements sql, ReadsPaces paces, BrakeRecord brakes) {
    return new ReadsFacts(sql, paces, brakes);
  }

  private WorkerName workerName() {
    return new WorkerName(settings.worker().orElseGet(this::hostAndPort), settings.lease());
  }

  @Produces
  @Singleton
  PostgresLedger ledger(
      Transactions transactions,
      Statements sql,
      ReadsFacts facts,
      ReadsPaces paces,
      StoresTransitions stores) {
    return new PostgresLedger(
        transactions, new PostgresLedger.Tables(sql, facts, paces, stores), clock, workerName());
  }

  @Produces
  @Singleton
  Revocations revocations(Statements sql, StoresTransitions stores) {
    return new PostgresRevocations(sql, stores, clock);
  }

  @Produces
  @Singleton
  SeesRevocations view(Statements sql, ReadsFacts facts, ReadsPaces paces) {
    return new PostgresView(sql, facts, paces, clock);
  }

  @Produces
  @Singleton
  ReleasesBrakes releasesBrakes(
      Revocations revocations, BrakeRecord record, PostgresOutbox outbox) {
    return new ReleasesBrakes(revocations, record, outbox, clock, settings.authorsMayRelease());
  }

  @Produces
  @Singleton
  Drifts drifts(Transactions transactions, Statements sql, PostgresOutbox outbox) {
    return new PostgresDrifts(transactions, sql, outbox);
  }

  @Produces
  @Singleton
  WatchesDrift watchesDrift(Drifts drifts, Vendors vendors) {
    return new WatchesDrift(
        new ChecksDrift(drifts, vendors, settings.drift().lagAfter(), clock),
        settings.drift().every());
  }

  @Produces
  @Singleton
  RaisesAlarms raisesAlarms(
      Transactions transactions,
      Statements sql,
      ReactiveMailer mailer,
      Vertx vertx,
      MeterRegistry meters) {
    return new RaisesAlarms(
        new PostgresAlarms(transactions, sql),
        mailer,
        vertx,
        settings.alerts().mailTo(),
        meters,
        clock);
  }

  @Produces
  @Singleton
  Works works(
      Transactions transactions,
      Statements sql,
      PostgresLedger ledger,
      Vendors vendors,
      DecidesTaking taking,
      Retries retries,
      Gates gates) {
    return new Works(
        new PostgresClaims(transactions, sql, clock, workerName()),
        ledger,
        new CarriesOut(ledger, vendors, taking, new DecidesRestoring(retries), clock),
        clock,
        new Works.Eagerness(settings.poll(), settings.perConnection(), gates::worthWhile));
  }

  @Produces
  @Singleton
  DecidesTaking decidesTaking(
      PlansSteps plans, Brakes brakes, Retries retries, WritesInstructions instructions) {
    return new DecidesTaking(plans, brakes, retries, instructions);
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
        Topic.SIGNALS, new SignalsListener(new PostgresSignals(sql, clock), revocations));
  }

  void start(
      @Observes StartupEvent event,
      Works works,
      PostgresLedger ledger,
      WatchesDrift drift,
      RaisesAlarms alarms,
      ReleasesBrakes releases,
      Transactions transactions,
      Brakes brakes) {
    if (!brakes.dryRun()) {
      transactions.run(() -> releases.judgeAnew(Brake.DRY_RUN));
    }
    loops.addAll(ledger.loops());
    loops.addAll(List.of(works, new HearsNotifications(database, works::wake), drift, alarms));
    loops.forEach(Loop::start);
  }

  /** The worker first, so that what it still has under way can be stored. */
  void stop(@Observes ShutdownEvent event) {
    loops.reversed().forEach(Loop::close);
  }
}
