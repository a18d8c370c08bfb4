package dev.reclaim.sandbox.vendor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a vendor answers. */
public record Reply(int status, Map<String, String> headers, String body) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  public Reply {
    headers = Map.copyOf(headers);
  }

  public static Reply json(int status, JsonNode body) {
    return new Reply(status, Map.of("Content-Type", "application/json"), body.toString());
  }

  public static Reply text(int status, String body) {
    return new Reply(status, Map.of("Content-Type", "text/plain"), body);
  }

  public static Reply empty(int status) {
    return new Reply(status, Map.of(), "");
  }

  public Reply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, more, body);
  }

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  /** JSON written with single quotation marks, for short bodies in code. */
  public static JsonNode quick(String json) {
    return parse(json.replace('\'', '"'));
  }

  static JsonNode parse(String json) {
    try {
      return json.isBlank() ? MissingNode.getInstance() : MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
