package dev.reclaim.connectors.declarative;

import dev.reclaim.connectors.Connections;
import dev.reclaim.connectors.Connector;
import dev.reclaim.connectors.conformance.Stage;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.Via;
import dev.reclaim.sandbox.vendor.Played;
import dev.reclaim.sandbox.vendor.PlayedVendor;
import dev.reclaim.sandbox.vendor.ServesVendors;
import dev.reclaim.sandbox.vendor.Vendors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stage on a vendor of the sandbox, over real HTTP, with the connector of the catalog. */
final class VendorStage implements Stage, AutoCloseable {

  private static final ConnectionName GOOD = new ConnectionName("good");
  private static final ConnectionName WRONG = new ConnectionName("wrong");
  private static final ConnectionName READER = new ConnectionName("reader");
  private static final ConnectionName NOBODY = new ConnectionName("nobody-there");

  private final PlayedVendor vendor;
  private final VendorFile file;
  private final ServesVendors server;
  private final Vendors vendors;
  private final Connections connections;

  VendorStage(PlayedVendor vendor) {
    this.vendor = vendor;
    this.file = Catalog.read(vendor.name()).orElseThrow();
    this.vendors = new Vendors(List.of(() -> vendor));
    try {
      this.server = ServesVendors.start(vendors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> good = settings(vendor.settings().getFirst(), server.port());
    Map<String, String> reader = new HashMap<>(good);
    reader.putAll(vendor.reader());
    this.connections =
        Connections.from(
            Map.of(
                GOOD.value(),
                good,
                WRONG.value(),
                wrong(good),
                READER.value(),
                reader,
                NOBODY.value(),
                settings(vendor.settings().getFirst(), 1)));
  }

  Map<String, String> settings(Map<String, String> own, int port) {
    Map<String, String> settings = new HashMap<>(own);
    settings.put("type", vendor.name());
    settings.put("network", "loopback");
    for (String address : file.talk().addresses().keySet()) {
      settings.put(
          "address-" + address,
          "http://127.0.0.1:%d/vendor/%s/%s".formatted(port, vendor.name(), address));
    }
    return settings;
  }

  private Map<String, String> wrong(Map<String, String> good) {
    Map<String, String> wrong = new HashMap<>(good);
    wrong.replaceAll((key, value) -> isSecret(key) ? wrongPassword() : value);
    return wrong;
  }

  private boolean isSecret(String key) {
    return Optional.ofNullable(file.talk().settings().get(key)).map(Setting::secret).orElse(false);
  }

  int port() {
    return server.port();
  }

  VendorFile file() {
    return file;
  }

  PlayedVendor vendor() {
    return vendor;
  }

  Played played() {
    return vendors.named(vendor.name()).orElseThrow();
  }

  @Override
  public String secret() {
    return vendor.settings().getFirst().keySet().stream()
        .filter(this::isSecret)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public int thingsProven() {
    Scope source =
        file.abilities()
            .seat()
            .flatMap(seat -> seat.entitlement().into(Scope.empty(), source().entitlement()))
            .orElse(Scope.empty());
    long ofSource =
        file.abilities().checkEach().stream().filter(part -> part.when().holds(source)).count();
    return file.abilities().check().size() + (int) ofSource;
  }

  @Override
  public boolean showsRights() {
    return vendor.showsRights();
  }

  @Override
  public Connector connector() {
    return connections.named(GOOD);
  }

  @Override
  public Connector withWrongPassword() {
    return connections.named(WRONG);
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
    return 1;
  }

  @Override
  public String rightToTake() {
    return "";
  }

  @Override
  public boolean seatEndsWithAccount() {
    return vendor.scenes().seatEndsWithAccount();
  }

  @Override
  public boolean accountsCanBeDisabled() {
    return vendor.scenes().accountsCanBeDisabled();
  }

  @Override
  public boolean staysEnabledWithoutSeat() {
    return vendor.scenes().staysEnabledWithoutSeat();
  }

  @Override
  public SeatSource source() {
    return new SeatSource(
        GOOD, vendor.scenes().entitlement(), Optional.empty(), vendor.scenes().lowerEntitlement());
  }

  @Override
  public SeatSource missingSource() {
    return new SeatSource(
        GOOD,
        vendor.scenes().missingEntitlement().orElseThrow(),
        Optional.empty(),
        vendor.scenes().lowerEntitlement());
  }

  @Override
  public SeatRef seatHeldDirectly() {
    return seatOf(vendor.scenes().personWithSeat());
  }

  @Override
  public SeatRef seatNotHeld() {
    return seatOf(vendor.scenes().personWithoutSeat());
  }

  @Override
  public SeatRef seatInherited() {
    return seatOf(vendor.scenes().personWithInheritedSeat().orElseThrow());
  }

  @Override
  public String seatGivingGroup() {
    return vendor.scenes().givingGroup();
  }

  @Override
  public SeatRef seatOfProtected() {
    return seatOf(vendor.scenes().protectedPerson());
  }

  @Override
  public SeatRef seatOfNobody() {
    return seatOf("nobody.at.all@example.com");
  }

  @Override
  public boolean hasSeat(SeatRef seat) {
    return vendor.scenes().hasSeat(seat.account());
  }

  @Override
  public boolean isEnabled(SeatRef seat) {
    return vendor.scenes().isEnabled(seat.account());
  }

  @Override
  public void disable(SeatRef seat) {
    vendor.scenes().disable(seat.account());
  }

  @Override
  public void renameAndMove(SeatRef seat) {
    vendor.scenes().rename(seat.account());
  }

  @Override
  public void delete(SeatRef seat) {
    vendor.scenes().delete(seat.account());
  }

  @Override
  public void close() {
    connections.close();
    server.close();
  }

  static SeatRef seatOf(String account) {
    return SeatRef.of(
        HolderId.of(account), new ApplicationId("some-app"), "standard", account, new Via.Direct());
  }
}
