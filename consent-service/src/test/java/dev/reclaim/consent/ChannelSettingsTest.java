package dev.reclaim.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reclaim.consent.imap.MailboxSettings;
import dev.reclaim.consent.slack.SlackSettings;
import dev.reclaim.consent.teams.TeamsSettings;
import dev.reclaim.consent.webhook.WebhookSettings;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Bad values are refused at the start, by the name of their key and without the value. */
class ChannelSettingsTest {

  private static final String KEY = "test:whsec_" + "QUJD".repeat(8);
  private static final String FLOW =
      "test:https://prod-1.westeurope.logic.azure.com:443/workflows/planted/triggers/manual/paths/"
          + "invoke?api-version=2016-06-01&sig=planted";

  private static void refuses(String start, Supplier<?> read) {
    assertThatThrownBy(read::get)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("reclaim.consent.channels." + start)
        .hasMessageNotContaining("planted");
  }

  private static TeamsSettings teams(String... keysAndValues) {
    return TeamsSettings.of(Settings.of(Channel.TEAMS, keysAndValues));
  }

  private static SlackSettings slack(String... keysAndValues) {
    return SlackSettings.of(Settings.of(Channel.SLACK, keysAndValues));
  }

  private static WebhookSettings webhook(String... keysAndValues) {
    return WebhookSettings.of(Settings.of(Channel.WEBHOOK, keysAndValues));
  }

  private static Object mailbox(String... keysAndValues) {
    ChannelSettings settings = Settings.of(Channel.MAIL, keysAndValues);
    MailboxSettings.keyOf(settings);
    return MailboxSettings.of(settings);
  }

  @Test
  void ofTeams() {
    assertThat(teams("workflow", FLOW).origin().host())
        .isEqualTo("prod-1.westeurope.logic.azure.com");
    refuses("teams.workflow: is missing", () -> teams());
    refuses("teams.workflow: is no reference", () -> teams("workflow", FLOW.substring(5)));
    refuses(
        "teams.workflow: must begin with https://",
        () -> teams("workflow", "test:http://x.logic.azure.com/planted"));
    refuses(
        "teams.workflow: leads to a host that is not below one of",
        () -> teams("workflow", "test:https://logic.azure.com.evil.example/planted"));
    refuses(
        "teams.workflow: leads to a host that is not below one of",
        () -> teams("workflow", "test:https://evillogic.azure.com/planted"));
    refuses(
        "teams.workflow: must name a host, not a number",
        () -> teams("workflow", "test:https://169.254.169.254/planted"));
    refuses("teams.network: ", () -> teams("workflow", FLOW, "network", "planted"));
    refuses("teams.with-code: ", () -> teams("workflow", FLOW, "with-code", "yes"));
  }

  @Test
  void ofSlack() {
    String[] good = {"bot-token", "test:xoxb-planted", "signing-secret", "test:planted"};
    assertThat(slack(good).api()).hasToString("https://slack.com/api");
    assertThat(slack(good).toString()).doesNotContain("planted");
    refuses("slack.bot-token: is missing", () -> slack());
    refuses("slack.bot-token: is no reference", () -> slack("bot-token", "xoxb-planted"));
    refuses("slack.signing-secret: is missing", () -> slack("bot-token", "test:xoxb-planted"));
    refuses(
        "slack.address-api: must begin with https://",
        () ->
            slack(
                "bot-token",
                "test:x",
                "signing-secret",
                "test:x",
                "address-api",
                "http://planted"));
  }

  @Test
  void ofTheWebhook() {
    assertThat(
            webhook("address", "https://relay.example.com/in", "secrets", KEY + ", " + KEY)
                .secrets())
        .hasSize(2);
    refuses("webhook.secrets: is missing", () -> webhook("address", "https://relay.example.com"));
    refuses("webhook.address: is missing", () -> webhook("secrets", KEY));
    refuses(
        "webhook.secrets: must lead to a secret that begins with whsec_",
        () -> webhook("address", "https://relay.example.com", "secrets", "test:planted"));
    refuses(
        "webhook.secrets: names more than 5",
        () ->
            webhook(
                "address",
                "https://relay.example.com",
                "secrets",
                String.join(",", List.of(KEY, KEY, KEY, KEY, KEY, KEY))));
    refuses(
        "webhook.address: must name a host, not a number",
        () -> webhook("address", "https://127.0.0.1/in", "secrets", KEY));
    refuses(
        "webhook.address: must end with its path",
        () -> webhook("address", "https://relay.example.com/?planted", "secrets", KEY));
  }

  @Test
  void ofTheMailbox() {
    String key = "test:" + "k".repeat(32);
    assertThat(mailbox()).hasToString("Optional.empty");
    assertThat(
            mailbox(
                    "bounces.address",
                    "imaps://imap.example.com",
                    "bounces.user",
                    "bounces",
                    "bounces.password",
                    "test:planted",
                    "bounces.key",
                    key)
                .toString())
        .contains("bounces@imap.example.com/INBOX")
        .doesNotContain("planted");
    refuses(
        "mail.bounces.key: is missing",
        () -> mailbox("bounces.address", "imaps://imap.example.com"));
    refuses(
        "mail.bounces.key: is shorter than 32 characters",
        () ->
            mailbox("bounces.address", "imaps://imap.example.com", "bounces.key", "test:planted"));
    refuses(
        "mail.bounces.address: must begin with imaps://",
        () -> mailbox("bounces.address", "imap://imap.example.com", "bounces.key", key));
    refuses(
        "mail.bounces.address: must be imaps://HOST",
        () -> mailbox("bounces.address", "imaps://planted@imap.example.com", "bounces.key", key));
    refuses(
        "mail.bounces.every: ",
        () ->
            mailbox(
                "bounces.address",
                "imaps://imap.example.com",
                "bounces.key",
                key,
                "bounces.every",
                "planted"));
  }

  @Test
  void ofAMisspeltKeyHoweverItIsGiven() {
    ChannelSettings settings = Settings.of(Channel.TEAMS);
    Set<String> known = Set.of("with-code");
    settings.allowOnly(
        known,
        List.of(
            "reclaim.consent.channels.teams.with-code",
            "reclaim.consent.channels.teams.with.code",
            "reclaim.consent.channels.slack.other"));
    refuses(
        "teams.with-cod: is no setting",
        () -> {
          settings.allowOnly(known, List.of("reclaim.consent.channels.teams.with-cod"));
          return null;
        });
  }

  @Test
  void ofTheOrder() {
    assertThat(WiringOrder.read(List.of("mail", " slack ")))
        .containsExactly(Channel.MAIL, Channel.SLACK);
    refuses("order: 'fax' is none of [mail, teams", () -> WiringOrder.read(List.of("fax")));
    refuses("order: names mail twice", () -> WiringOrder.read(List.of("mail", "MAIL")));
    refuses("order: names no channel", () -> WiringOrder.read(List.of()));
  }
}
