package dev.reclaim.revocation;

import dev.reclaim.connectors.Connections;
import dev.reclaim.connectors.Connector;
import dev.reclaim.connectors.KnowsLimits;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.revocation.CallLimits.Window;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One gate for each configured connection, shared by all workers of this process. */
public final class Gates {

  private final Map<String, Gate> gates = new LinkedHashMap<>();

  /**
   * What this process may use of what a system allows.
   *
   * @param percent of the published limits; less than 100 where several instances share them
   * @param atOnce calls beside each other, where the system allows as many
   */
  public record Share(int percent, int atOnce) {

    public Share {
      if (percent < 1 || percent > 100) {
        throw new IllegalArgumentException(
            "reclaim.revocation.calls.share-percent: is not between 1 and 100");
      }
      if (atOnce < 1) {
        throw new IllegalArgumentException("reclaim.revocation.calls.at-once: is less than one");
      }
    }

    CallLimits of(CallLimits all) {
      return new CallLimits(
          all.changes().stream().map(this::of).toList(),
          all.looks().stream().map(this::of).toList(),
          Math.min(all.atOnce(), atOnce));
    }

    /** At least one call, in a longer time if need be. */
    private Window of(Window all) {
      int calls = (int) ((long) all.calls() * percent / 100);
      return calls > 0
          ? new Window(calls, all.within())
          : new Window(1, all.within().multipliedBy(100).dividedBy((long) all.calls() * percent));
    }
  }

  /**
   * @param recovered is told the name of a connection that answers again
   */
  public Gates(
      Connections connections,
      Share share,
      Breaker.Patience patience,
      InstantSource clock,
      Consumer<String> recovered) {
    connections
        .names()
        .forEach(
            name ->
                gates.put(
                    name.value(),
                    gate(
                        connections.named(name),
                        share,
                        new Gate.Pacing(
                            clock,
                            patience,
                            Thread::sleep,
                            () -> recovered.accept(name.value())))));
  }

  private static Gate gate(Connector connector, Share share, Gate.Pacing pacing) {
    Optional<KnowsLimits> known = connector.as(KnowsLimits.class);
    CallLimits limits = known.map(KnowsLimits::limits).map(CallLimits::of).orElse(CallLimits.NONE);
    return new Gate(
        share.of(limits), () -> known.map(KnowsLimits::rest).orElse(Duration.ZERO), pacing);
  }

  /** Empty if nobody configured that connection. */
  public Optional<Gate> before(ConnectionName connection) {
    return Optional.ofNullable(gates.get(connection.value()));
  }

  /** How many revocations are worth having under way; no limit where there is no gate. */
  public int worthWhile(String connection) {
    Gate gate = gates.get(connection);
    return gate == null ? Integer.MAX_VALUE : gate.worthWhile();
  }
}
