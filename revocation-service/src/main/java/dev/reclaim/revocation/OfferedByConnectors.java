package dev.reclaim.revocation;

import dev.reclaim.connectors.Connections;
import dev.reclaim.connectors.Connector;
import dev.reclaim.connectors.Deprovisions;
import dev.reclaim.connectors.Effect;
import dev.reclaim.connectors.FindsAccount;
import dev.reclaim.connectors.Revokes;
import dev.reclaim.connectors.Verifies;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.RevocationEvent.Step;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the capabilities of the configured connectors add up to. */
public record OfferedByConnectors(Connections connections) implements Offers {

  @Override
  public Optional<Offered> behind(ConnectionName connection) {
    return connections.names().contains(connection)
        ? Optional.of(of(connections.named(connection)))
        : Optional.empty();
  }

  static Offered of(Connector connector) {
    Map<Step, Effect> steps =
        connector.as(Deprovisions.class).map(Deprovisions::steps).orElse(Map.of());
    Set<Step> shows = EnumSet.noneOf(Step.class);
    connector
        .as(FindsAccount.class)
        .ifPresent(
            _ -> {
              shows.add(Step.DISABLE_ACCOUNT);
              shows.addAll(steps.keySet());
              connector.as(Verifies.class).ifPresent(_ -> shows.add(Step.FREE_SEAT));
            });
    return new Offered(
        connector.kind(),
        steps,
        connector.as(Revokes.class).map(Revokes::ways).orElse(Map.of()),
        shows);
  }
}
