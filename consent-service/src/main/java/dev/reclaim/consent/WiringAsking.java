package dev.reclaim.consent;

import dev.reclaim.consent.postgres.CandidateTable;
import dev.reclaim.consent.postgres.MessageTable;
import dev.reclaim.consent.postgres.PromptTable;
import dev.reclaim.consent.postgres.StandInTable;
import dev.reclaim.messaging.PostgresOutbox;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Joins how people are asked with what it runs on. */
@Singleton
public class WiringAsking {

  private final DataSource database;

  WiringAsking(DataSource database) {
    this.database = database;
  }

  @Produces
  @Singleton
  Messages messages() {
    return new MessageTable(database);
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
  NextMessage nextMessage(Messages messages, People people, AttentionBudget budget) {
    return new NextMessage(messages, people, budget);
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
      CandidateTable candidates,
      CandidateDesk desk) {
    return new WhenMessageFailsThenTryAnother(
        messages, prompts, people, channels, candidates, desk);
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
  AttentionBudget budget(WiringAttention attention) {
    return new AttentionBudget(
        attention.betweenAsks(),
        attention.betweenDigests(),
        new QuietHours(
            attention.quiet().begin(), attention.quiet().end(), attention.quiet().daysOff()),
        attention.gather());
  }
}
