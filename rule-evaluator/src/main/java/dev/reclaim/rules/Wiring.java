package dev.reclaim.rules;

import dev.reclaim.events.Topic;
import dev.reclaim.http.PostgresAnswers;
import dev.reclaim.http.RemembersAnswers;
import dev.reclaim.messaging.PostgresOutbox;
import dev.reclaim.messaging.Subscription;
import dev.reclaim.rules.documents.PolicyDocuments;
import dev.reclaim.rules.metrics.CountsDisagreements;
import dev.reclaim.rules.postgres.PostgresLeavers;
import dev.reclaim.rules.postgres.PostgresPolicies;
import dev.reclaim.rules.postgres.PostgresProposals;
import dev.reclaim.rules.postgres.PostgresReplays;
import dev.reclaim.rules.postgres.PostgresRuleRuns;
import dev.reclaim.rules.postgres.PostgresSeats;
import dev.reclaim.rules.postgres.PostgresSignals;
import dev.reclaim.rules.postgres.PostgresSweepLock;
import dev.reclaim.rules.postgres.PostgresSweeps;
import dev.reclaim.rules.postgres.PostgresTransaction;
import dev.reclaim.rules.postgres.PostgresVerdicts;
import dev.reclaim.rules.threads.ThreadsAsHands;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Joins what the service is with what it touches. */
@Singleton
public class Wiring {

  private final DataSource database;
  private final InstantSource clock;
  private final Duration settle;

  Wiring(
      DataSource database,
      InstantSource clock,
      @ConfigProperty(name = "reclaim.rules.settle") Duration settle) {
    this.database = database;
    this.clock = clock;
    this.settle = settle;
  }

  @Produces
  @Singleton
  ReadsPolicy documents() {
    return new PolicyDocuments();
  }

  @Produces
  @Singleton
  Policies policies(ReadsPolicy documents) {
    return new PostgresPolicies(database, documents);
  }

  @Produces
  @Singleton
  Seats seats(Policies policies) {
    return new PostgresSeats(database, policies);
  }

  @Produces
  @Singleton
  ReplayRule replay(Policies policies) {
    return new ReplayRule(
        new PostgresReplays(database, policies), new PostgresTransaction(), clock);
  }

  @Produces
  @Singleton
  RemembersAnswers remembersAnswers() {
    return new PostgresAnswers(database);
  }

  @Produces
  @Singleton
  Proposals proposals() {
    return new PostgresProposals(database);
  }

  @Produces
  @Singleton
  Signals signals() {
    return new PostgresSignals(database, settle);
  }

  @Produces
  @Singleton
  RuleRuns runs() {
    return new PostgresRuleRuns(database);
  }

  @Produces
  @Singleton
  JudgeSeats judge(Seats seats, Policies policies, Proposals proposals, PostgresOutbox outbox) {
    return new JudgeSeats(seats, policies, proposals, outbox);
  }

  @Produces
  @Singleton
  Sweeps sweeps(Policies policies) {
    return new PostgresSweeps(database, policies);
  }

  @Produces
  @Singleton
  JudgeFoundSeats judgeFound(JudgeSeats judge, Sweeps sweeps, MeterRegistry meters) {
    return new JudgeFoundSeats(judge, sweeps, new CountsDisagreements(meters));
  }

  @Produces
  @Singleton
  SweepSeats sweep(
      Sweeps sweeps,
      Policies policies,
      RuleRuns runs,
      JudgeFoundSeats judge,
      @ConfigProperty(name = "reclaim.rules.sweep-hands") int hands) {
    return new SweepSeats(
        sweeps,
        new Turns(policies, runs),
        judge,
        new PostgresTransaction(),
        new ThreadsAsHands(hands),
        new PostgresSweepLock(database),
        clock);
  }

  @Produces
  @Singleton
  PreviewRule preview(Seats seats, Policies policies) {
    return new PreviewRule(
        new PostgresVerdicts(database, policies), seats, new PostgresTransaction(), clock);
  }

  @Produces
  @Singleton
  WhenTheLastDayComes lastDay(JudgeSeats judge) {
    return new WhenTheLastDayComes(
        new PostgresLeavers(database), judge, new PostgresTransaction(), clock);
  }

  @Produces
  @Singleton
  ChangePolicy change(Policies policies, Seats seats, JudgeSeats judge, PostgresOutbox outbox) {
    return new ChangePolicy(policies, seats, judge, outbox, clock);
  }

  @Produces
  @Singleton
  FindsSeats finds(Sweeps sweeps, Seats seats) {
    return new FindAtOnce(sweeps, seats);
  }

  @Produces
  @Singleton
  ApplyPolicy apply(
      Policies policies,
      ChangePolicy change,
      FindsSeats finds,
      @ConfigProperty(name = "reclaim.policy.newly-found-at-most") long atMost) {
    return new ApplyPolicy(policies, change, finds, new PostgresTransaction(), clock, atMost);
  }

  @Produces
  @Singleton
  Subscription signals(Seats seats, Signals signals, JudgeSeats judge) {
    return new Subscription(
        Topic.SIGNALS, new WhenSignalsArrive(seats, signals, judge, clock)::handle);
  }

  @Produces
  @Singleton
  Subscription consent(Proposals proposals) {
    return new Subscription(Topic.CONSENT, new WhenConsentMovesOn(proposals)::handle);
  }

  @Produces
  @Singleton
  Subscription revocations(Seats seats, Signals signals, JudgeSeats judge) {
    return new Subscription(
        Topic.REVOCATIONS, new WhenSeatsAreFreedOrRestored(seats, signals, judge, clock)::handle);
  }
}
