package dev.reclaim.connectors.graph;

import dev.reclaim.connectors.Connections;
import dev.reclaim.connectors.Connector;
import dev.reclaim.connectors.conformance.Stage;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.Via;
import dev.reclaim.sandbox.graph.SandboxGraph;
import dev.reclaim.sandbox.graph.SandboxGraph.Limits;
import dev.reclaim.sandbox.graph.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A stage on a tenant of the sandbox, over real HTTP; the sort of seat is left to others. */
abstract class GraphStage implements Stage, AutoCloseable {

  static final ConnectionName TENANT = new ConnectionName("tenant");
  static final String SECRET = "only-for-this-test";
  static final String UNTOUCHABLE = "break.glass@example.com";

  private static final ConnectionName WRONG = new ConnectionName("wrong");
  private static final ConnectionName READER = new ConnectionName("reader");
  private static final ConnectionName NOBODY = new ConnectionName("nobody-there");

  private final SandboxGraph sandbox;
  private final Connections connections;

  /** The sign-in library remembers by tenant across connections, so each stage has its own. */
  private final String tenant = UUID.randomUUID().toString();

  private int people;

  GraphStage(Limits limits) {
    try {
      this.sandbox = SandboxGraph.start(limits, SECRET);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.connections =
        Connections.from(
            Map.of(
                TENANT.value(), settings(SandboxGraph.CLIENT, SECRET, sandbox.port()),
                WRONG.value(), settings(SandboxGraph.CLIENT, wrongPassword(), sandbox.port()),
                READER.value(), settings(SandboxGraph.READER, SECRET, sandbox.port()),
                NOBODY.value(), settings(SandboxGraph.CLIENT, SECRET, 1)));
  }

  Map<String, String> settings(String client, String secret, int port) {
    String address = "http://127.0.0.1:" + port + SandboxGraph.ROOT;
    Map<String, String> settings = new HashMap<>();
    settings.put("type", "microsoft-graph");
    settings.put("tenant-id", tenant);
    settings.put("client-id", client);
    settings.put("client-secret", secret);
    settings.put("protected-accounts", UNTOUCHABLE);
    settings.put("time-out", "PT5S");
    settings.put("network", "loopback");
    settings.put("address-graph", address + "graph");
    settings.put("address-login", address + "login");
    return settings;
  }

  /** Signed in as an app that may do this and no more. */
  Connections onlyWith(Set<String> permissions) {
    String client = UUID.randomUUID().toString();
    sandbox.addLogin(client, SECRET, permissions);
    return Connections.from(Map.of(TENANT.value(), settings(client, SECRET, sandbox.port())));
  }

  SandboxGraph sandbox() {
    return sandbox;
  }

  User newUser() {
    people++;
    return sandbox.directory().addUser("person" + people + "@example.com");
  }

  User userOf(SeatRef seat) {
    return sandbox.directory().user(idOf(seat)).orElseThrow();
  }

  /** Labels of this stage are the principal names of the first day. */
  static String idOf(SeatRef seat) {
    return UUID.nameUUIDFromBytes(("user " + seat.account()).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  static SeatRef seatOf(User user) {
    return seatOf(user.principalName());
  }

  private static SeatRef seatOf(String account) {
    return SeatRef.of(
        HolderId.of(account), new ApplicationId("some-app"), "standard", account, new Via.Direct());
  }

  SeatSource sourceOf(String entitlement) {
    return new SeatSource(TENANT, entitlement);
  }

  @Override
  public Connector connector() {
    return connections.named(TENANT);
  }

  @Override
  public Connector withWrongPassword() {
    return connections.named(WRONG);
  }

  @Override
  public String secret() {
    return "client-secret";
  }

  @Override
  public String wrongPassword() {
    return "Wr0ng-and-secret";
  }

  @Override
  public Connector withoutRights() {
    return connections.named(READER);
  }

  @Override
  public Connector unreachable() {
    return connections.named(NOBODY);
  }

  @Override
  public int rightsMissing() {
    return 4;
  }

  @Override
  public SeatRef seatNotHeld() {
    return seatOf(newUser());
  }

  @Override
  public SeatRef seatOfProtected() {
    SeatRef seat = seatHeldDirectly();
    sandbox.directory().giveRole(live(seat), "Global Administrator");
    return seat;
  }

  @Override
  public SeatRef seatOfNobody() {
    return seatOf("nobody.at.all@example.com");
  }

  @Override
  public boolean isEnabled(SeatRef seat) {
    return userOf(seat).enabled();
  }

  @Override
  public void disable(SeatRef seat) {
    sandbox.directory().disable(live(seat));
  }

  @Override
  public void renameAndMove(SeatRef seat) {
    sandbox.directory().rename(live(seat), "renamed." + seat.account());
  }

  @Override
  public void delete(SeatRef seat) {
    sandbox.directory().delete(live(seat));
  }

  /** The object itself, not a copy. */
  User live(SeatRef seat) {
    return sandbox.directory().live(idOf(seat)).orElseThrow();
  }

  @Override
  public void close() {
    connections.close();
    sandbox.close();
  }
}
