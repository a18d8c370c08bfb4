package dev.reclaim.revocation;

import dev.reclaim.connectors.Connections;
import dev.reclaim.connectors.Connector;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.sandbox.graph.Directory;
import dev.reclaim.sandbox.graph.Effect;
import dev.reclaim.sandbox.graph.Fault;
import dev.reclaim.sandbox.graph.SandboxGraph;
import dev.reclaim.sandbox.graph.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** The connector for Microsoft Graph, and a tenant; a seat is what the setting makes of it. */
final class TenantOnStage implements VendorOnStage {

  private static final ConnectionName NAME = new ConnectionName("tenant");
  private static final String SECRET = "only-for-this-test";
  private static final SandboxGraph.Limits UNLIMITED =
      new SandboxGraph.Limits(1_000_000, Duration.ofSeconds(1), Duration.ZERO);

  private final SandboxGraph tenant;
  private final Connections connections;
  private final Seats seats;
  private int people;

  /** What a seat is called, and how somebody gets one. */
  record Seats(String entitlement, Consumer<User> give) {}

  /** Seats are what this makes of the tenant. */
  TenantOnStage(Function<Directory, Seats> seating) {
    try {
      this.tenant = SandboxGraph.start(UNLIMITED, SECRET);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.seats = seating.apply(tenant.directory());
    String address = "http://127.0.0.1:" + tenant.port() + SandboxGraph.ROOT;
    this.connections =
        Connections.from(
            Map.of(
                NAME.value(),
                Map.of(
                    "type",
                    "microsoft-graph",
                    "tenant-id",
                    UUID.randomUUID().toString(),
                    "client-id",
                    SandboxGraph.CLIENT,
                    "client-secret",
                    SECRET,
                    "time-out",
                    "PT5S",
                    "network",
                    "loopback",
                    "address-graph",
                    address + "graph",
                    "address-login",
                    address + "login")));
  }

  @Override
  public Connector connector() {
    return connections.named(NAME);
  }

  @Override
  public SeatSource source() {
    return new SeatSource(NAME, seats.entitlement());
  }

  @Override
  public String personWithSeat() {
    people++;
    User user = tenant.directory().addUser("person" + people + "@example.com");
    seats.give().accept(user);
    return user.principalName();
  }

  @Override
  public List<String> taken(String account) {
    return effects(account, true);
  }

  @Override
  public List<String> given(String account) {
    return effects(account, false);
  }

  private List<String> effects(String account, boolean taking) {
    return tenant.effects().all().stream()
        .filter(effect -> effect.account().equals(account) && effect.kind().taking() == taking)
        .map(TenantOnStage::told)
        .toList();
  }

  private static String told(Effect effect) {
    return effect.kind() + " " + effect.object();
  }

  @Override
  public int changesToTake() {
    return 1;
  }

  @Override
  public void loseAnswer(int after) {
    tenant.faults().add(Fault.once(Fault.Kind.DROP_ANSWER));
  }

  @Override
  public void behave() {
    tenant.faults().forget();
  }

  @Override
  public void close() {
    connections.close();
    tenant.close();
  }
}
