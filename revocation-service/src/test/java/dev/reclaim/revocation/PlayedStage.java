package dev.reclaim.revocation;

import dev.reclaim.connectors.Connections;
import dev.reclaim.connectors.Connector;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.sandbox.vendor.Fault;
import dev.reclaim.sandbox.vendor.PlayedVendor;
import dev.reclaim.sandbox.vendor.ServesVendors;
import dev.reclaim.sandbox.vendor.Vendors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A vendor of the sandbox, over real HTTP, and the connector of the catalog for it. */
final class PlayedStage implements AutoCloseable {

  private static final ConnectionName NAME = new ConnectionName("vendor");

  final PlayedVendor vendor;
  private final Vendors vendors;
  private final ServesVendors server;
  private final Connections connections;

  /**
   * @param addresses as the vendor's file names them
   */
  PlayedStage(PlayedVendor vendor, List<String> addresses) {
    this.vendor = vendor;
    this.vendors = new Vendors(List.of(() -> vendor));
    try {
      this.server = ServesVendors.start(vendors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> settings = new HashMap<>(vendor.settings().getFirst());
    settings.put("type", vendor.name());
    settings.put("network", "loopback");
    for (String address : addresses) {
      settings.put(
          "address-" + address,
          "http://127.0.0.1:%d/vendor/%s/%s".formatted(server.port(), vendor.name(), address));
    }
    this.connections = Connections.from(Map.of(NAME.value(), settings));
  }

  Connector connector() {
    return connections.named(NAME);
  }

  /** As the worker calls it, with real limits. */
  Vendor gated() {
    Gates gates =
        new Gates(
            connections,
            new Gates.Share(100, 8),
            new Breaker.Patience(5, Duration.ofSeconds(5), Duration.ofSeconds(20)),
            InstantSource.system(),
            _ -> {});
    return new GatedVendor(new ConnectedVendor(connector()), gates.before(NAME).orElseThrow());
  }

  SeatSource source(Optional<SeatAction> action) {
    return new SeatSource(NAME, vendor.scenes().entitlement(), action, Optional.empty());
  }

  void goWrong(Fault fault) {
    vendors.named(vendor.name()).orElseThrow().faults().add(fault);
  }

  List<String> effects() {
    return vendor.effects().all().stream().map(effect -> effect.kind()).toList();
  }

  @Override
  public void close() {
    connections.close();
    server.close();
  }
}
