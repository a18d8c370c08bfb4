package dev.reclaim.sandbox.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import dev.reclaim.sandbox.directory.Effect;
import dev.reclaim.sandbox.directory.Fault;
import dev.reclaim.sandbox.mailbox.Mail;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The company's things as JSON. */
final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Set<String> BINARY = Set.of("objectguid", "objectsid");

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  static JsonNode read(byte[] body) {
    try {
      return MAPPER.readTree(new String(body, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("body: is not JSON", e);
    }
  }

  static ArrayNode mails(List<Mail> mails) {
    return MAPPER.valueToTree(mails);
  }

  static ArrayNode entries(List<Entry> entries) {
    ArrayNode array = MAPPER.createArrayNode();
    for (Entry entry : entries) {
      ObjectNode object = array.addObject().put("dn", entry.getDN());
      for (Attribute attribute : entry.getAttributes()) {
        ArrayNode values = object.putArray(attribute.getName());
        boolean binary = BINARY.contains(attribute.getName().toLowerCase(Locale.ROOT));
        for (byte[] value : attribute.getValueByteArrays()) {
          values.add(
              binary ? HexFormat.of().formatHex(value) : new String(value, StandardCharsets.UTF_8));
        }
      }
    }
    return array;
  }

  static ArrayNode effects(List<Effect> effects) {
    ArrayNode array = MAPPER.createArrayNode();
    for (Effect effect : effects) {
      array
          .addObject()
          .put("kind", name(effect.kind()))
          .put("entry", effect.entry())
          .put("member", effect.member())
          .put("by", effect.by())
          .put("at", effect.at().toString());
    }
    return array;
  }

  static ArrayNode faults(List<Fault> faults) {
    ArrayNode array = MAPPER.createArrayNode();
    for (Fault fault : faults) {
      array
          .addObject()
          .put("fault", name(fault.kind()))
          .put("times", fault.times())
          .put("millis", fault.lasting().toMillis());
    }
    return array;
  }

  /** Reads {@code {"fault": "drop-answer", "times": 1, "millis": 0}}. */
  static Fault fault(byte[] body) {
    JsonNode node = read(body);
    return new Fault(
        kind(node.path("fault").asText("")),
        node.path("times").asInt(1),
        Duration.ofMillis(node.path("millis").asLong(0)));
  }

  private static Fault.Kind kind(String name) {
    for (Fault.Kind kind : Fault.Kind.values()) {
      if (name(kind).equals(name)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "fault: '"
            + name
            + "' is none of "
            + List.of(Fault.Kind.values()).stream().map(Json::name).toList());
  }

  static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
