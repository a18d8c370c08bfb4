package dev.reclaim.consent;

import dev.reclaim.consent.crypto.RandomSecrets;
import dev.reclaim.consent.kafka.CandidateNews;
import dev.reclaim.consent.kafka.PolicyNews;
import dev.reclaim.consent.kafka.RevocationNews;
import dev.reclaim.consent.kafka.SignalNews;
import dev.reclaim.consent.postgres.CandidateTable;
import dev.reclaim.consent.postgres.HistoryTable;
import dev.reclaim.consent.postgres.ParkedTable;
import dev.reclaim.consent.postgres.PeopleTable;
import dev.reclaim.consent.postgres.PolicyTable;
import dev.reclaim.consent.postgres.PromptTable;
import dev.reclaim.events.Topic;
import dev.reclaim.http.PostgresAnswers;
import dev.reclaim.http.RemembersAnswers;
import dev.reclaim.messaging.PostgresOutbox;
import dev.reclaim.messaging.Subscription;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import javax.sql.DataSource;

/** Joins what the service is with what it runs on. */
@Singleton
public class Wiring {

  private final DataSource database;

  Wiring(DataSource database) {
    this.database = database;
  }

  @Produces
  @Singleton
  CandidateTable candidates() {
    return new CandidateTable(database);
  }

  @Produces
  @Singleton
  PromptTable prompts() {
    return new PromptTable(database);
  }

  @Produces
  @Singleton
  RemembersAnswers remembersAnswers() {
    return new PostgresAnswers(database);
  }

  @Produces
  @Singleton
  People people() {
    return new PeopleTable(database);
  }

  @Produces
  @Singleton
  Applications applications() {
    return new PolicyTable(database);
  }

  @Produces
  @Singleton
  Secrets secrets() {
    return new RandomSecrets();
  }

  @Produces
  @Singleton
  CandidateDesk desk(
      CandidateTable candidates,
      Questions questions,
      People people,
      StandIns standIns,
      Applications applications,
      PostgresOutbox outbox) {
    return new CandidateDesk(
        new CaseBook(candidates, new ParkedTable(database), new HistoryTable(database)),
        questions,
        new Surroundings(people, standIns, applications, questions),
        outbox);
  }

  @Produces
  @Singleton
  AnswerByLink answerByLink(
      CandidateDesk desk,
      CandidateTable candidates,
      PromptTable prompts,
      Applications applications,
      Secrets secrets,
      PostgresOutbox outbox) {
    return new AnswerByLink(desk, candidates, prompts, applications, secrets, outbox);
  }

  @Produces
  @Singleton
  DecideAsApprover decideAsApprover(
      CandidateDesk desk,
      CandidateTable candidates,
      PromptTable prompts,
      People people,
      PostgresOutbox outbox) {
    return new DecideAsApprover(desk, candidates, prompts, people, outbox);
  }

  @Produces
  @Singleton
  Subscription candidateNews(People people, CandidateDesk desk, InstantSource clock) {
    return new Subscription(Topic.CANDIDATES, new CandidateNews(people, desk, clock));
  }

  @Produces
  @Singleton
  Subscription revocationNews(CandidateDesk desk, InstantSource clock) {
    return new Subscription(Topic.REVOCATIONS, new RevocationNews(desk, clock));
  }

  @Produces
  @Singleton
  Subscription signalNews(
      People people, CandidateTable candidates, CandidateDesk desk, InstantSource clock) {
    return new Subscription(Topic.SIGNALS, new SignalNews(people, candidates, desk, clock));
  }

  @Produces
  @Singleton
  Subscription policyNews(
      Applications applications,
      People people,
      CandidateTable candidates,
      CandidateDesk desk,
      InstantSource clock) {
    return new Subscription(
        Topic.POLICY, new PolicyNews(applications, people, candidates, desk, clock));
  }
}
