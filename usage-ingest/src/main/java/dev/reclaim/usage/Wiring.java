package dev.reclaim.usage;

import dev.reclaim.events.Topic;
import dev.reclaim.http.PostgresAnswers;
import dev.reclaim.http.RemembersAnswers;
import dev.reclaim.messaging.Inbox;
import dev.reclaim.messaging.PostgresOutbox;
import dev.reclaim.messaging.Sender;
import dev.reclaim.messaging.Subscription;
import dev.reclaim.usage.kafka.InboxListener;
import dev.reclaim.usage.kafka.InboxSender;
import dev.reclaim.usage.kafka.PolicyListener;
import dev.reclaim.usage.kafka.VendorRecords;
import dev.reclaim.usage.postgres.ApplicationTables;
import dev.reclaim.usage.postgres.LookTable;
import dev.reclaim.usage.postgres.OverviewTables;
import dev.reclaim.usage.postgres.PeopleTables;
import dev.reclaim.usage.postgres.SeatTables;
import dev.reclaim.usage.postgres.SourceTables;
import dev.reclaim.usage.postgres.Turns;
import dev.reclaim.usage.postgres.UsageTables;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Joins what the service is with what it runs on. */
@ApplicationScoped
public class Wiring {

  private final Admission admission;
  private final Belief.Limits lookLimits;
  private final KeepsPeople people;
  private final KeepsApplications applications;
  private final KeepsSeats seats;
  private final CountsUsage usage;
  private final KeepsSources sources;
  private final Serializes turns;
  private final PostgresOutbox outbox;
  private final DataSource database;
  private final SettleSeats settleSeats;
  private final Settling settling;

  Wiring(
      DataSource database,
      PostgresOutbox outbox,
      @ConfigProperty(name = "reclaim.usage.future-tolerance") Duration futureTolerance,
      @ConfigProperty(name = "reclaim.usage.coverage-gap-days") int coverageGapDays,
      Belief.Limits lookLimits) {
    this.database = database;
    this.outbox = outbox;
    this.admission = new Admission(futureTolerance);
    this.lookLimits = lookLimits;
    this.people = new PeopleTables(database);
    this.applications = new ApplicationTables(database);
    this.seats = new SeatTables(database);
    this.usage = new UsageTables(database);
    this.sources = new SourceTables(database);
    this.turns = new Turns(database);
    this.settleSeats = new SettleSeats(seats, outbox);
    this.settling =
        new Settling(
            settleSeats,
            new Recount(usage, outbox),
            new TellSourceHealth(sources, new Coverage(coverageGapDays), outbox));
  }

  @Produces
  @Singleton
  Admission admission() {
    return admission;
  }

  @Produces
  @Singleton
  VendorSources vendorSources() {
    return VendorSources.all();
  }

  @Produces
  @Singleton
  KeepsSources sources() {
    return sources;
  }

  @Produces
  @Singleton
  KeepsApplications applications() {
    return applications;
  }

  @Produces
  @Singleton
  RemembersAnswers remembersAnswers() {
    return new PostgresAnswers(database);
  }

  @Produces
  @Singleton
  TellsSources tellsSources() {
    return new OverviewTables(database);
  }

  @Produces
  @Singleton
  HandsOver handsOver(Sender sender) {
    return new InboxSender(sender);
  }

  @Produces
  @Singleton
  TakeIn takeIn() {
    return new TakeIn(
        turns, admission, new TakePeople(people, usage, outbox), seats, usage, sources, settling);
  }

  @Produces
  @Singleton
  FindMissingPeople findMissingPeople(FindMissingPeople.Limits limits) {
    return new FindMissingPeople(people, limits);
  }

  @Produces
  @Singleton
  LookAtSeats lookAtSeats() {
    return new LookAtSeats(turns, seats, new LookTable(database), settleSeats, lookLimits, outbox);
  }

  @Produces
  @Singleton
  Subscription inbox(TakeIn takeIn, VendorSources vendors, Inbox inbox, InstantSource clock) {
    return new Subscription(
        Topic.INBOX, new InboxListener(new VendorRecords(vendors, sources, inbox), takeIn, clock));
  }

  @Produces
  @Singleton
  Subscription policy(InstantSource clock) {
    TakePolicy takePolicy = new TakePolicy(turns, applications, usage, sources, settling);
    return new Subscription(Topic.POLICY, new PolicyListener(takePolicy, clock));
  }
}
