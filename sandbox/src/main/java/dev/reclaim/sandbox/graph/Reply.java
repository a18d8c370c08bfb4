package dev.reclaim.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What Graph answers. */
record Reply(int status, Map<String, String> headers, Optional<JsonNode> body) {

  static Reply ok(JsonNode body) {
    return new Reply(200, Map.of(), Optional.of(body));
  }

  static Reply created(JsonNode body) {
    return new Reply(201, Map.of(), Optional.of(body));
  }

  static Reply nothing() {
    return new Reply(204, Map.of(), Optional.empty());
  }

  /** An error in Graph's shape. */
  static Reply error(int status, String code, String message) {
    ObjectNode body = Json.object();
    ObjectNode error = body.putObject("error").put("code", code).put("message", message);
    error.putObject("innerError").put("request-id", Ids.of("request", code));
    return new Reply(status, Map.of(), Optional.of(body));
  }

  static Reply gone(String id) {
    return error(
        404,
        "Request_ResourceNotFound",
        "Resource '%s' does not exist or one of its queried reference-property objects are not present."
            .formatted(id));
  }

  static Reply denied() {
    return error(
        403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
  }

  static Reply bad(String message) {
    return error(400, "Request_BadRequest", message);
  }

  static Reply throttled(long seconds) {
    return error(429, "TooManyRequests", "Too many requests.")
        .with("Retry-After", Long.toString(seconds));
  }

  Reply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, more, body);
  }
}
