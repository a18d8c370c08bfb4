package dev.reclaim.consent;

import dev.reclaim.consent.crypto.HmacSeals;
import dev.reclaim.consent.secrets.SecretReferences;
import dev.reclaim.consent.slack.SendsSlack;
import dev.reclaim.consent.slack.SlackSettings;
import dev.reclaim.consent.teams.SendsTeams;
import dev.reclaim.consent.teams.TeamsSettings;
import dev.reclaim.consent.webhook.SendsWebhooks;
import dev.reclaim.consent.webhook.WebhookSettings;
import dev.reclaim.outgoing.OutgoingHttp;
import dev.reclaim.outgoing.TimeOuts;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The channels joined with vendors of their own, without a service around them. */
final class OwnVendors implements AutoCloseable {

  private static final TimeOuts SHORT = new TimeOuts(Duration.ofSeconds(2), Duration.ofSeconds(2));

  private final Vendors vendors = new Vendors();
  private final Map<String, String> settings = new HashMap<>();
  final PausesInMemory pauses = new PausesInMemory();

  OwnVendors() {
    vendors.init(Map.of("order", "slack+teams+webhook"));
    settings.putAll(vendors.start());
    Vendors.forgetAll();
  }

  OwnVendors with(String key, String value) {
    settings.put("reclaim.consent.channels." + key, value);
    return this;
  }

  private ChannelSettings of(Channel channel) {
    return new ChannelSettings(
        channel, key -> Optional.ofNullable(settings.get(key)), SecretReferences::of);
  }

  SendsPrompts slack() {
    SlackSettings slack = SlackSettings.of(of(Channel.SLACK));
    return new SendsSlack(
        slack, new OutgoingHttp(List.of(slack.api()), slack.reach(), SHORT), MovableClock.TIME);
  }

  SendsPrompts teams() {
    TeamsSettings teams = TeamsSettings.of(of(Channel.TEAMS));
    return new SendsTeams(
        teams, new OutgoingHttp(List.of(teams.origin()), teams.reach(), SHORT), MovableClock.TIME);
  }

  SendsPrompts webhook() {
    WebhookSettings webhook = WebhookSettings.of(of(Channel.WEBHOOK));
    return new SendsWebhooks(
        webhook,
        new OutgoingHttp(List.of(webhook.address()), webhook.reach(), SHORT),
        new HmacSeals(),
        pauses,
        MovableClock.TIME);
  }

  @Override
  public void close() {
    vendors.stop();
  }

  /** Stops that nobody else sees. */
  static final class PausesInMemory implements Pauses {
    private final Map<Channel, Stop> stops = new EnumMap<>(Channel.class);

    @Override
    public void rest(Channel channel, Instant until) {}

    @Override
    public Optional<Instant> restsUntil(Channel channel, Instant now) {
      return Optional.empty();
    }

    @Override
    public boolean stop(Channel channel, Stop stop) {
      return stops.putIfAbsent(channel, stop) == null;
    }

    @Override
    public Optional<Stop> stopOf(Channel channel) {
      return Optional.ofNullable(stops.get(channel));
    }

    @Override
    public boolean resume(Channel channel) {
      return stops.remove(channel) != null;
    }
  }
}
