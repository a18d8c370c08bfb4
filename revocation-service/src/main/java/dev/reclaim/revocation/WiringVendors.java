package dev.reclaim.revocation;

import dev.reclaim.connectors.Connections;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.revocation.schedule.Works;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Joins the configured connections with what stands before them. */
@ApplicationScoped
public class WiringVendors {

  private final WiringSettings settings;
  private final InstantSource clock;

  WiringVendors(WiringSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Produces
  @Singleton
  Connections connections(WiringConnections configured) {
    return Connections.from(configured.byName());
  }

  void close(@Disposes Connections connections) {
    connections.close();
  }

  @Produces
  @Singleton
  ConnectionsSeen connectionsSeen() {
    return new ConnectionsSeen(clock);
  }

  /** A gate tells the worker, and the worker asks the gates; so one of them is found later. */
  @Produces
  @Singleton
  Gates gates(Connections connections, Instance<Works> works) {
    WiringSettings.WiringCalls calls = settings.calls();
    return new Gates(
        connections,
        new Gates.Share(calls.sharePercent(), calls.atOnce()),
        new Breaker.Patience(calls.breakAfter(), calls.breakFirst(), calls.breakLongest()),
        clock,
        name -> works.get().recovered(name));
  }

  @Produces
  @Singleton
  Vendors vendors(Connections connections, ConnectionsSeen seen, Gates gates) {
    return name -> vendor(name, connections, seen, gates);
  }

  private static Vendor vendor(
      ConnectionName name, Connections connections, ConnectionsSeen seen, Gates gates) {
    return gates
        .before(name)
        .<Vendor>map(
            gate ->
                new GatedVendor(
                    new NotedVendor(name, new ConnectedVendor(connections.named(name)), seen),
                    gate))
        .orElseGet(() -> new UnconnectedVendor(name));
  }

  @Produces
  @Singleton
  PlansSteps plansSteps(Connections connections) {
    return new PlansSteps(
        new OfferedByConnectors(connections), settings.accessConnection().map(ConnectionName::new));
  }
}
