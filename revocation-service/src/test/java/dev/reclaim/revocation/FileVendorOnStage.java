package dev.reclaim.revocation;

import dev.reclaim.connectors.Connections;
import dev.reclaim.connectors.Connector;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.sandbox.vendor.Effects.Effect;
import dev.reclaim.sandbox.vendor.Fault;
import dev.reclaim.sandbox.vendor.Played;
import dev.reclaim.sandbox.vendor.Scenes;
import dev.reclaim.sandbox.vendor.ServesVendors;
import dev.reclaim.sandbox.vendor.Vendors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A connector that is a file, and its vendor over HTTP. */
final class FileVendorOnStage implements VendorOnStage {

  private static final ConnectionName NAME = new ConnectionName("vendor");

  private final String type;
  private final Vendors vendors = Vendors.all();
  private final ServesVendors server;
  private final Connections connections;

  /**
   * @param addresses all that the file has
   * @param signIn which of the vendor's settings are used; there is one for each way to sign in
   */
  FileVendorOnStage(String type, List<String> addresses, int signIn) {
    this.type = type;
    try {
      this.server = ServesVendors.start(vendors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> settings = new HashMap<>(played().vendor().settings().get(signIn));
    settings.put("type", type);
    settings.put("network", "loopback");
    for (String address : addresses) {
      settings.put(
          "address-" + address,
          "http://127.0.0.1:%d/vendor/%s/%s".formatted(server.port(), type, address));
    }
    this.connections = Connections.from(Map.of(NAME.value(), settings));
  }

  private Played played() {
    return vendors.named(type).orElseThrow();
  }

  private Scenes scenes() {
    return played().vendor().scenes();
  }

  @Override
  public Connector connector() {
    return connections.named(NAME);
  }

  @Override
  public SeatSource source() {
    return new SeatSource(
        NAME, scenes().entitlement(), Optional.empty(), scenes().lowerEntitlement());
  }

  /** On a new first day, so that its limits are unspent. */
  @Override
  public String personWithSeat() {
    vendors.reset();
    return scenes().personWithSeat();
  }

  @Override
  public List<String> taken(String account) {
    return effects(account, true);
  }

  @Override
  public List<String> given(String account) {
    return effects(account, false);
  }

  private List<String> effects(String account, boolean taken) {
    return played().vendor().effects().all().stream()
        .filter(effect -> effect.account().equals(account) && effect.taken() == taken)
        .map(Effect::kind)
        .toList();
  }

  @Override
  public int changesToTake() {
    return scenes().changesToTake();
  }

  @Override
  public void loseAnswer(int after) {
    played().faults().add(new Fault(Fault.Kind.DROP_ANSWER, after, 1, Duration.ZERO));
  }

  @Override
  public void behave() {
    played().faults().forget();
  }

  @Override
  public void close() {
    connections.close();
    server.close();
  }
}
