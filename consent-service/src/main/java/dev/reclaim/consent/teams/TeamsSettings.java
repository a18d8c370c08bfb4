package dev.reclaim.consent.teams;

import dev.reclaim.consent.ChannelSettings;
import dev.reclaim.consent.Secret;
import dev.reclaim.outgoing.Origin;
import dev.reclaim.outgoing.Reach;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A workflow that takes cards.
 *
 * @param workflow its address; who knows it may post, so it is a secret
 * @param origin where it was at the start; later ones have to be there too
 * @param withCode whether the card shows the code that answers without a session
 */
public record TeamsSettings(Secret workflow, Origin origin, Reach reach, boolean withCode) {

  public static final Set<String> KEYS = Set.of("workflow", "hosts", "network", "with-code");

  /**
   * Where Power Automate takes requests, in the clouds of Microsoft: addresses of Logic Apps, and
   * those that have replaced them since 2025.
   */
  private static final String HOSTS = "logic.azure.com,api.powerplatform.com";

  public static TeamsSettings of(ChannelSettings settings) {
    Reach reach =
        settings.checked("network", settings.optional("network").orElse("public"), Reach::parse);
    Secret workflow = settings.secret("workflow");
    Origin origin =
        settings.checked("workflow", workflow.reveal(), address -> originOf(address, reach));
    List<String> hosts =
        Stream.of(settings.optional("hosts").orElse(HOSTS).split(",", -1))
            .map(String::strip)
            .toList();
    if (reach == Reach.PUBLIC && hosts.stream().noneMatch(it -> isBelow(origin.host(), it))) {
      throw settings.refuse("workflow", "leads to a host that is not below one of " + hosts);
    }
    return new TeamsSettings(workflow, origin, reach, settings.flag("with-code"));
  }

  private static boolean isBelow(String host, String domain) {
    return !domain.isEmpty() && host.endsWith("." + domain);
  }

  private static Origin originOf(String address, Reach reach) {
    int query = address.indexOf('?');
    return Origin.parse(query < 0 ? address : address.substring(0, query), reach);
  }

  /**
   * Where to post at this moment.
   *
   * @throws IllegalArgumentException if that is somewhere else than at the start
   */
  URI address() {
    String now = workflow.reveal();
    int query = now.indexOf('?');
    URI there = origin.below(query < 0 ? "" : now.substring(query));
    if (!originOf(now, reach).equals(origin)) {
      throw new IllegalArgumentException("the workflow has moved; restart to go there");
    }
    return there;
  }

  @Override
  public String toString() {
    return "TeamsSettings[" + origin.host() + "]";
  }
}
