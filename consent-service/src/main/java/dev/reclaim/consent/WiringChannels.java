package dev.reclaim.consent;

import dev.reclaim.consent.crypto.HmacSeals;
import dev.reclaim.consent.imap.MailboxSettings;
import dev.reclaim.consent.mail.SendsMail;
import dev.reclaim.consent.postgres.BounceTable;
import dev.reclaim.consent.postgres.HeardTable;
import dev.reclaim.consent.postgres.PauseTable;
import dev.reclaim.consent.secrets.SecretReferences;
import dev.reclaim.consent.slack.AnswersPresses;
import dev.reclaim.consent.slack.SendsSlack;
import dev.reclaim.consent.slack.SlackSettings;
import dev.reclaim.consent.slack.SlackSignature;
import dev.reclaim.consent.teams.SendsTeams;
import dev.reclaim.consent.teams.TeamsSettings;
import dev.reclaim.consent.webhook.SendsWebhooks;
import dev.reclaim.consent.webhook.WebhookSettings;
import dev.reclaim.outgoing.Origin;
import dev.reclaim.outgoing.OutgoingHttp;
import dev.reclaim.outgoing.Reach;
import dev.reclaim.outgoing.Sends;
import dev.reclaim.outgoing.TimeOuts;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Joins the channels of this installation with what they run on. */
@Singleton
public class WiringChannels {

  /** Longer than any of them takes; well within the lease of a message. */
  private static final TimeOuts PATIENCE =
      new TimeOuts(Duration.ofSeconds(5), Duration.ofSeconds(15));

  private final WiringOrder order;
  private final DataSource database;
  private final Config config;

  WiringChannels(WiringOrder order, DataSource database, Config config) {
    this.order = order;
    this.database = database;
    this.config = config;
  }

  private ChannelSettings settingsOf(Channel channel, Set<String> keys) {
    ChannelSettings settings =
        new ChannelSettings(
            channel, key -> config.getOptionalValue(key, String.class), SecretReferences::of);
    settings.allowOnly(keys, config.getPropertyNames());
    return settings;
  }

  private static Sends to(List<Origin> addresses, Reach reach) {
    return new OutgoingHttp(addresses, reach, PATIENCE);
  }

  @Produces
  @Singleton
  Seals seals() {
    return new HmacSeals();
  }

  @Produces
  @Singleton
  Pauses pauses() {
    return new PauseTable(database);
  }

  @Produces
  @Singleton
  HeardRequests heard() {
    return new HeardTable(database);
  }

  @Produces
  @Singleton
  Bounces bounces() {
    return new BounceTable(database);
  }

  @Produces
  @Singleton
  MailIds mailIds(Seals seals) {
    return new MailIds(
        seals, MailboxSettings.keyOf(settingsOf(Channel.MAIL, MailboxSettings.KEYS)));
  }

  @Produces
  @Singleton
  Optional<MailboxSettings> mailbox() {
    return MailboxSettings.of(settingsOf(Channel.MAIL, MailboxSettings.KEYS));
  }

  @Produces
  @Singleton
  WhenMailComesBackThenTryAnother mailComesBack(
      MailIds ids, Messages messages, Bounces bounces, WhenMessageFailsThenTryAnother fails) {
    return new WhenMailComesBackThenTryAnother(ids, messages, bounces, fails);
  }

  @Produces
  @Singleton
  Optional<SlackSettings> slack() {
    return order.has(Channel.SLACK)
        ? Optional.of(SlackSettings.of(settingsOf(Channel.SLACK, SlackSettings.KEYS)))
        : Optional.empty();
  }

  @Produces
  @Singleton
  SlackSignature slackSignature(Seals seals, Optional<SlackSettings> slack) {
    return new SlackSignature(seals, slack.map(SlackSettings::signingSecret));
  }

  @Produces
  @Singleton
  Optional<AnswersPresses> answersPresses(
      Optional<SlackSettings> slack,
      Prompts prompts,
      People people,
      Secrets secrets,
      InstantSource clock,
      @ConfigProperty(name = "reclaim.urls.consent-service") String pages) {
    return slack.map(
        it ->
            new AnswersPresses(
                it,
                to(List.of(it.hooks()), it.reach()),
                new AnswersPresses.Knows(prompts, people, secrets, pages, clock)));
  }

  @Produces
  @Singleton
  Optional<WebhookSettings> webhook() {
    return order.has(Channel.WEBHOOK)
        ? Optional.of(WebhookSettings.of(settingsOf(Channel.WEBHOOK, WebhookSettings.KEYS)))
        : Optional.empty();
  }

  @Produces
  @Singleton
  Channels channels(
      SendsMail mail,
      Optional<SlackSettings> slack,
      Optional<WebhookSettings> webhook,
      Seals seals,
      Pauses pauses,
      InstantSource clock) {
    return new Channels(
        order.channels().stream()
            .map(
                channel ->
                    switch (channel) {
                      case MAIL -> mail;
                      case TEAMS -> teams(clock);
                      case SLACK -> slack(slack.orElseThrow(), clock);
                      case WEBHOOK -> webhook(webhook.orElseThrow(), seals, pauses, clock);
                    })
            .toList());
  }

  private SendsPrompts teams(InstantSource clock) {
    TeamsSettings teams = TeamsSettings.of(settingsOf(Channel.TEAMS, TeamsSettings.KEYS));
    return new SendsTeams(teams, to(List.of(teams.origin()), teams.reach()), clock);
  }

  private static SendsPrompts slack(SlackSettings slack, InstantSource clock) {
    return new SendsSlack(slack, to(List.of(slack.api()), slack.reach()), clock);
  }

  private static SendsPrompts webhook(
      WebhookSettings webhook, Seals seals, Pauses pauses, InstantSource clock) {
    return new SendsWebhooks(
        webhook, to(List.of(webhook.address()), webhook.reach()), seals, pauses, clock);
  }
}
