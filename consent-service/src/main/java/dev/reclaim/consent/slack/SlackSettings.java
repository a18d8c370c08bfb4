package dev.reclaim.consent.slack;

import dev.reclaim.consent.ChannelSettings;
import dev.reclaim.consent.Secret;
import dev.reclaim.outgoing.Origin;
import dev.reclaim.outgoing.Reach;
import java.util.Set;

/**
 * A Slack app.
 *
 * @param botToken {@code xoxb-…}
 * @param signingSecret with which Slack signs what it sends
 * @param api where its methods are
 * @param hooks where the answers to button presses go
 */
public record SlackSettings(
    Secret botToken, Secret signingSecret, Origin api, Origin hooks, Reach reach) {

  public static final Set<String> KEYS =
      Set.of("bot-token", "signing-secret", "network", "address-api", "address-hooks");

  public static SlackSettings of(ChannelSettings settings) {
    Reach reach =
        settings.checked("network", settings.optional("network").orElse("public"), Reach::parse);
    return new SlackSettings(
        settings.secret("bot-token"),
        settings.secret("signing-secret"),
        origin(settings, "address-api", "https://slack.com/api", reach),
        origin(settings, "address-hooks", "https://hooks.slack.com/actions", reach),
        reach);
  }

  private static Origin origin(ChannelSettings settings, String key, String usual, Reach reach) {
    return settings.checked(
        key, settings.optional(key).orElse(usual), text -> Origin.parse(text, reach));
  }

  @Override
  public String toString() {
    return "SlackSettings[" + api + "]";
  }
}
