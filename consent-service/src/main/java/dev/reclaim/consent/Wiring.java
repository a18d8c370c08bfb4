package dev.reclaim.consent;

import dev.reclaim.consent.crypto.RandomSecrets;
import dev.reclaim.consent.kafka.CandidateNews;
import dev.reclaim.consent.kafka.PolicyNews;
import dev.reclaim.consent.kafka.RevocationNews;
import dev.reclaim.consent.kafka.SignalNews;
import dev.reclaim.consent.postgres.CandidateTable;
import dev.reclaim.consent.postgres.HistoryTable;
import dev.reclaim.consent.postgres.MessageTable;
import dev.reclaim.consent.postgres.ParkedTable;
import dev.reclaim.consent.postgres.PeopleTable;
import dev.reclaim.consent.postgres.PolicyTable;
import dev.reclaim.consent.postgres.PromptTable;
import dev.reclaim.consent.postgres.StandInTable;
import dev.reclaim.events.Topic;
import dev.reclaim.messaging.PostgresOutbox;
import dev.reclaim.messaging.Subscription;
import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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
  Messages messages() {
    return new MessageTable(database);
  }

  @Produces
  @Singleton
  Channels channels(
      @All List<SendsPrompts> all,
      @ConfigProperty(name = "reclaim.consent.channels.order") List<Channel> order) {
    return new Channels(
        all.stream()
            .filter(channel -> order.contains(channel.channel()))
            .sorted(Comparator.comparingInt(channel -> order.indexOf(channel.channel())))
            .toList());
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
  Questions questions(
      PromptTable prompts,
      Messages messages,
      People people,
      Channels channels,
      AttentionBudget budget) {
    return new Questions(prompts, messages, people, channels, budget);
  }

  @Produces
  @Singleton
  AttentionBudget budget(WiringAttention attention) {
    return new AttentionBudget(
        attention.betweenAsks(),
        attention.betweenDigests(),
        new QuietHours(
            attention.quiet().begin(), attention.quiet().end(), attention.quiet().daysOff()),
        attention.gather());
  }

  @Produces
  @Singleton
  PreviewCampaign previewCampaign(
      Applications applications,
      @ConfigProperty(name = "reclaim.urls.consent-service") String pages) {
    return new PreviewCampaign(applications, pages);
  }

  @Produces
  @Singleton
  StandIns standIns() {
    return new StandInTable(database);
  }

  @Produces
  @Singleton
  NameStandIn nameStandIn(
      StandIns standIns, CandidateTable candidates, CandidateDesk desk, PostgresOutbox outbox) {
    return new NameStandIn(standIns, candidates, desk, outbox);
  }

  @Produces
  @Singleton
  WriteLetters letters(
      CandidateTable candidates,
      PromptTable prompts,
      People people,
      Applications applications,
      Secrets secrets,
      @ConfigProperty(name = "reclaim.urls.consent-service") String pages) {
    return new WriteLetters(candidates, prompts, people, applications, secrets, pages);
  }

  @Produces
  @Singleton
  WhenMessageFailsThenTryAnother messageFails(
      Messages messages,
      PromptTable prompts,
      People people,
      Channels channels,
      CandidateDesk desk) {
    return new WhenMessageFailsThenTryAnother(messages, prompts, people, channels, desk);
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
