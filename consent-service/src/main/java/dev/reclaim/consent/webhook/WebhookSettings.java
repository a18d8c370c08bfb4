package dev.reclaim.consent.webhook;

import dev.reclaim.consent.ChannelSettings;
import dev.reclaim.consent.Secret;
import dev.reclaim.outgoing.Origin;
import dev.reclaim.outgoing.Reach;
import java.util.List;
import java.util.Set;

/**
 * Where signed webhooks go.
 *
 * @param address nothing else is called
 * @param secrets {@code whsec_…}, the newest first; all of them sign
 */
public record WebhookSettings(Origin address, Reach reach, List<Secret> secrets) {

  public static final Set<String> KEYS = Set.of("address", "network", "secrets");

  private static final int MOST_SECRETS = 5;

  public WebhookSettings {
    secrets = List.copyOf(secrets);
  }

  /** Their values of this moment. */
  List<String> revealed() {
    return secrets.stream().map(Secret::reveal).toList();
  }

  public static WebhookSettings of(ChannelSettings settings) {
    Reach reach =
        settings.checked("network", settings.optional("network").orElse("public"), Reach::parse);
    List<Secret> secrets = settings.secretsIn("secrets");
    if (secrets.size() > MOST_SECRETS) {
      throw settings.refuse("secrets", "names more than " + MOST_SECRETS);
    }
    for (Secret secret : secrets) {
      settings.checked("secrets", secret.reveal(), StandardWebhook::keyOf);
    }
    return new WebhookSettings(
        settings.checked(
            "address", settings.required("address"), text -> Origin.parse(text, reach)),
        reach,
        secrets);
  }
}
