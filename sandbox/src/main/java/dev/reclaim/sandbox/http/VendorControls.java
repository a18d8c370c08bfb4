package dev.reclaim.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reclaim.sandbox.vendor.Effects;
import dev.reclaim.sandbox.vendor.Fault;
import dev.reclaim.sandbox.vendor.Played;
import dev.reclaim.sandbox.vendor.Scenes;
import dev.reclaim.sandbox.vendor.Vendors;
import java.time.Duration;
import java.util.List;

/** What can be seen and steered of the vendors, under {@code /vendors/<type>/…}. */
final class VendorControls {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Vendors vendors;
  private final TenantControls tenant;

  VendorControls(Vendors vendors, TenantControls tenant) {
    this.vendors = vendors;
    this.tenant = tenant;
  }

  /**
   * Answers.
   *
   * @param path what stands behind {@code /vendors}
   */
  Answer answer(String method, String path, byte[] body) {
    if (method.equals("GET") && path.isEmpty()) {
      ArrayNode names = MAPPER.createArrayNode();
      vendors.played().forEach(played -> names.add(played.vendor().name()));
      names.add(TenantControls.NAME);
      return Answer.ok(names);
    }
    String[] parts = path.split("/", -1);
    if (parts.length != 3) {
      return Answer.problem(404, "there is no " + method + " /vendors" + path);
    }
    if (parts[1].equals(TenantControls.NAME)) {
      return tenant.answer(method, parts[2], body);
    }
    return vendors
        .named(parts[1])
        .map(played -> answer(method, parts[2], played, body))
        .orElseGet(() -> Answer.problem(404, "vendor: the sandbox plays no " + parts[1]));
  }

  void reset() {
    vendors.reset();
    tenant.reset();
  }

  private static Answer answer(String method, String what, Played played, byte[] body) {
    return switch (method + " " + what) {
      case "GET effects" -> Answer.ok(effects(played.vendor().effects().all()));
      case "GET faults" -> Answer.ok(faults(played));
      case "POST faults" -> {
        played.faults().add(fault(Json.read(body)));
        yield Answer.ok(faults(played));
      }
      case "DELETE faults" -> {
        played.faults().forget();
        yield Answer.ok(faults(played));
      }
      case "GET settings" -> Answer.ok(MAPPER.valueToTree(played.vendor().settings().getFirst()));
      case "POST people" -> person(played.vendor().scenes(), Json.read(body));
      default -> Answer.problem(404, "there is no " + method + " …/" + what);
    };
  }

  /** Makes somebody: {@code {"kind": "with-seat"}}. */
  private static Answer person(Scenes scenes, JsonNode wanted) {
    String account =
        switch (wanted.path("kind").asText()) {
          case "with-seat" -> scenes.personWithSeat();
          case "without-seat" -> scenes.personWithoutSeat();
          case "protected" -> scenes.protectedPerson();
          case "inherited" ->
              scenes
                  .personWithInheritedSeat()
                  .orElseThrow(
                      () -> new IllegalArgumentException("kind: seats are not inherited here"));
          default ->
              throw new IllegalArgumentException(
                  "kind: must be with-seat, without-seat, protected or inherited");
        };
    ObjectNode made = MAPPER.createObjectNode().put("account", account);
    return Answer.ok(made.put("entitlement", scenes.entitlement()));
  }

  private static ArrayNode effects(List<Effects.Effect> effects) {
    ArrayNode array = MAPPER.createArrayNode();
    for (Effects.Effect effect : effects) {
      array
          .addObject()
          .put("kind", effect.kind())
          .put("account", effect.account())
          .put("taken", effect.taken())
          .put("at", effect.at().toString());
    }
    return array;
  }

  private static ArrayNode faults(Played played) {
    ArrayNode array = MAPPER.createArrayNode();
    for (Fault fault : played.faults().waiting()) {
      array
          .addObject()
          .put("fault", Json.name(fault.kind()))
          .put("after", fault.after())
          .put("times", fault.times())
          .put("millis", fault.lasting().toMillis());
    }
    return array;
  }

  /** Reads {@code {"fault": "drop-answer", "after": 0, "times": 1, "millis": 0}}. */
  private static Fault fault(JsonNode node) {
    return new Fault(
        kind(node.path("fault").asText("")),
        node.path("after").asInt(0),
        node.path("times").asInt(1),
        Duration.ofMillis(node.path("millis").asLong(0)));
  }

  private static Fault.Kind kind(String name) {
    return List.of(Fault.Kind.values()).stream()
        .filter(kind -> Json.name(kind).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "fault: '%s' is none of %s"
                        .formatted(
                            name, List.of(Fault.Kind.values()).stream().map(Json::name).toList())));
  }
}
