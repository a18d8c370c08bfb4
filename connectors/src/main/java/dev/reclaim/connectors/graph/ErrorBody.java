package dev.reclaim.connectors.graph;

import java.util.Map;
import java.util.Objects;

/** What stands in the body of an error: {@code {"error": {"code": ..., "message": ...}}}. */
record ErrorBody(String code, String message) {

  /** Empty texts for anything else. */
  static ErrorBody read(String json) {
    if (!json.isBlank() && Json.read(json).get("error") instanceof Map<?, ?> error) {
      return new ErrorBody(
          Objects.toString(error.get("code"), ""), Objects.toString(error.get("message"), ""));
    }
    return new ErrorBody("", "");
  }
}
