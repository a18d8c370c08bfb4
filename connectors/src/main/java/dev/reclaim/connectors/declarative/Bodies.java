package dev.reclaim.connectors.declarative;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.Map;

/** Bodies of answers as JSON: one value, several in a row (NDJSON), or a text that is none. */
final class Bodies {

  static final ObjectMapper JSON = new ObjectMapper();

  private Bodies() {}

  static JsonNode read(String body) {
    if (body.isBlank()) {
      return MissingNode.getInstance();
    }
    ArrayNode values = JSON.createArrayNode();
    try (JsonParser parser = JSON.createParser(body)) {
      for (JsonNode value = JSON.readTree(parser); value != null; value = JSON.readTree(parser)) {
        values.add(value);
      }
    } catch (IOException e) {
      return TextNode.valueOf(body);
    }
    return values.size() == 1 ? values.get(0) : values;
  }

  static JsonNode headers(Map<String, String> headers) {
    return JSON.valueToTree(headers);
  }

  /** A value as text that {@link #saved} reads again. */
  static String save(JsonNode value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a value cannot be saved", e);
    }
  }

  static JsonNode saved(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a saved value is not readable", e);
    }
  }
}
