package dev.reclaim.sandbox.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reclaim.sandbox.graph.Effect;
import dev.reclaim.sandbox.graph.Fault;
import dev.reclaim.sandbox.graph.FirstDay;
import dev.reclaim.sandbox.graph.SandboxGraph;
import dev.reclaim.sandbox.graph.User;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What can be seen and steered of the Microsoft tenant, under {@code /vendors/microsoft-graph}. */
final class TenantControls {

  static final String NAME = "microsoft-graph";

  private final SandboxGraph tenant;
  private final String secret;
  private final AtomicInteger people = new AtomicInteger();

  TenantControls(SandboxGraph tenant, String secret) {
    this.tenant = tenant;
    this.secret = secret;
  }

  Answer answer(String method, String what, byte[] body) {
    return switch (method + " " + what) {
      case "GET effects" -> Answer.ok(effects());
      case "GET faults" -> Answer.ok(faults());
      case "POST faults" -> {
        tenant.faults().add(fault(body));
        yield Answer.ok(faults());
      }
      case "DELETE faults" -> {
        tenant.faults().forget();
        yield Answer.ok(faults());
      }
      case "GET settings" -> Answer.ok(settings());
      case "POST people" -> person(Json.read(body).path("kind").asText());
      default -> Answer.problem(404, "there is no " + method + " …/" + what);
    };
  }

  void reset() {
    tenant.reset();
  }

  private ObjectNode settings() {
    String address = "http://127.0.0.1:" + tenant.port() + SandboxGraph.ROOT;
    return Json.object()
        .put("type", NAME)
        .put("tenant-id", "example.com")
        .put("client-id", SandboxGraph.CLIENT)
        .put("client-secret", secret)
        .put("network", "loopback")
        .put("address-graph", address + "graph")
        .put("address-login", address + "login");
  }

  /** Makes somebody: {@code {"kind": "with-seat"}}. */
  private Answer person(String kind) {
    if (!List.of("with-seat", "without-seat", "protected", "inherited").contains(kind)) {
      throw new IllegalArgumentException(
          "kind: must be with-seat, without-seat, protected or inherited");
    }
    User user = tenant.directory().addUser("person" + people.incrementAndGet() + "@example.com");
    switch (kind) {
      case "with-seat" -> tenant.give(user);
      case "protected" -> {
        tenant.give(user);
        tenant.directory().giveRole(user, "Global Administrator");
      }
      case "inherited" -> tenant.giveThroughTeam(user);
      default -> {}
    }
    return Answer.ok(
        Json.object()
            .put("account", user.principalName())
            .put("entitlement", "sku:" + FirstDay.PRODUCT));
  }

  private ArrayNode effects() {
    ArrayNode array = Json.array();
    for (Effect effect : tenant.effects().all()) {
      array
          .addObject()
          .put("kind", Json.name(effect.kind()))
          .put("account", effect.account())
          .put("object", effect.object())
          .put("taken", effect.kind().taking())
          .put("at", effect.at().toString());
    }
    return array;
  }

  private ArrayNode faults() {
    ArrayNode array = Json.array();
    for (Fault fault : tenant.faults().waiting()) {
      array
          .addObject()
          .put("fault", Json.name(fault.kind()))
          .put("times", fault.times())
          .put("millis", fault.lasting().toMillis());
    }
    return array;
  }

  private static Fault fault(byte[] body) {
    var node = Json.read(body);
    String name = node.path("fault").asText("");
    return new Fault(
        List.of(Fault.Kind.values()).stream()
            .filter(kind -> Json.name(kind).equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "fault: '%s' is none of %s"
                            .formatted(
                                name,
                                List.of(Fault.Kind.values()).stream().map(Json::name).toList()))),
        node.path("times").asInt(1),
        Duration.ofMillis(node.path("millis").asLong(1000)));
  }
}
