package dev.reclaim.connectors.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reclaim.connectors.ChecksConnection;
import dev.reclaim.connectors.ConnectionCheck;
import dev.reclaim.connectors.Connections;
import dev.reclaim.connectors.Connector;
import dev.reclaim.connectors.ListsSeats;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.Revokes;
import dev.reclaim.connectors.SeatListing;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.Via;
import dev.reclaim.sandbox.Sandbox;
import dev.reclaim.sandbox.SandboxConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever starts the sandbox can try a connection of this type, with what the sandbox says. */
class TenantOfTheSandboxTest {

  private static final ConnectionName NAME = new ConnectionName("cloud-tenant");
  private static final SeatSource E5 = new SeatSource(NAME, "sku:SPE_E5");

  @TempDir private Path home;
  private Sandbox sandbox;
  private Connections connections;

  @BeforeEach
  void start() throws Exception {
    sandbox = Sandbox.start(SandboxConfig.in(home, "only-for-this-test"));
    Map<String, String> settings = new HashMap<>();
    http("GET", "/vendors/microsoft-graph/settings", "")
        .properties()
        .forEach(one -> settings.put(one.getKey(), one.getValue().asText()));
    connections = Connections.from(Map.of(NAME.value(), settings));
  }

  @AfterEach
  void stop() {
    connections.close();
    sandbox.close();
  }

  private JsonNode http(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.httpUrl() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return new ObjectMapper()
          .readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
  }

  private Connector connector() {
    return connections.named(NAME);
  }

  private static SeatRef seatOf(String account) {
    return SeatRef.of(
        HolderId.of(account), new ApplicationId("office"), "standard", account, new Via.Direct());
  }

  @Test
  void findsTheCompanyThere() {
    // when
    ConnectionCheck check = connector().as(ChecksConnection.class).orElseThrow().check(List.of(E5));
    SeatListing listing = connector().as(ListsSeats.class).orElseThrow().list(E5);
    // then
    assertThat(check).isInstanceOf(ConnectionCheck.Works.class);
    assertThat(listing)
        .isInstanceOfSatisfying(
            SeatListing.Complete.class,
            complete ->
                assertThat(complete.seats())
                    .hasSize(11)
                    .anyMatch(seat -> seat.via() instanceof Via.Group));
  }

  @Test
  void takesASeatAndBeginsAnew() throws Exception {
    // given
    String account =
        http("POST", "/vendors/microsoft-graph/people", "{\"kind\": \"with-seat\"}")
            .path("account")
            .asText();
    Revokes revokes = connector().as(Revokes.class).orElseThrow();
    // when
    RevocationOutcome taken = revokes.revoke(seatOf(account), E5);
    JsonNode effects = http("GET", "/vendors/microsoft-graph/effects", "");
    http("POST", "/reset", "");
    JsonNode afterwards = http("GET", "/vendors/microsoft-graph/effects", "");
    RevocationOutcome protectedOne = revokes.revoke(seatOf("i.voss@example.com"), E5);
    // then
    assertThat(taken).isEqualTo(new RevocationOutcome.Revoked());
    assertThat(effects)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.path("kind").asText()).isEqualTo("licence-removed");
              assertThat(one.path("account").asText()).isEqualTo(account);
            });
    assertThat(afterwards).isEmpty();
    assertThat(protectedOne).isInstanceOf(RevocationOutcome.CannotBeRevoked.class);
  }

  @Test
  void misbehavesWhenTold() throws Exception {
    // given
    http("POST", "/vendors/microsoft-graph/faults", "{\"fault\": \"throttle\", \"millis\": 7000}");
    // when
    RevocationOutcome outcome =
        connector().as(Revokes.class).orElseThrow().revoke(seatOf("t.sato@example.com"), E5);
    // then
    assertThat(outcome)
        .isInstanceOfSatisfying(
            RevocationOutcome.TryLater.class,
            later -> assertThat(later.after().toSeconds()).isEqualTo(7));
  }
}
