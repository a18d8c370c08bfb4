package dev.reclaim.revocation;

import dev.reclaim.connectors.Connections;
import dev.reclaim.connectors.Connector;
import dev.reclaim.connectors.Deprovisions;
import dev.reclaim.connectors.FindsAccount;
import dev.reclaim.connectors.Revokes;
import dev.reclaim.connectors.Verifies;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.RevocationEvent.Step;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the capabilities of the configured connectors add up to. */
public record OfferedByConnectors(Connections connections) implements Offers {

  @Override
  public Optional<Offered> behind(ConnectionName connection) {
    return connections.names().contains(connection)
        ? Optional.of(of(connections.named(connection)))
        : Optional.empty();
  }

  static Offered of(Connector connector) {
    Set<Step> steps =
        connector.as(Deprovisions.class).map(Deprovisions::steps).map(Map::keySet).orElse(Set.of());
    Set<Step> takes = EnumSet.noneOf(Step.class);
    takes.addAll(steps);
    connector.as(Revokes.class).ifPresent(_ -> takes.add(Step.FREE_SEAT));
    Set<Step> shows = EnumSet.noneOf(Step.class);
    connector
        .as(FindsAccount.class)
        .ifPresent(
            _ -> {
              shows.add(Step.DISABLE_ACCOUNT);
              shows.addAll(steps);
              connector.as(Verifies.class).ifPresent(_ -> shows.add(Step.FREE_SEAT));
            });
    return new Offered(
        connector.kind(),
        takes,
        connector.as(Revokes.class).map(Revokes::ways).map(Map::keySet).orElse(Set.of()),
        shows,
        undoWithin(connector));
  }

  private static Optional<Duration> undoWithin(Connector connector) {
    return Stream.concat(
            connector.as(Revokes.class).stream().flatMap(one -> one.ways().values().stream()),
            connector.as(Deprovisions.class).stream().flatMap(one -> one.steps().values().stream()))
        .flatMap(effect -> effect.undoWithin().stream())
        .min(Duration::compareTo);
  }
}
