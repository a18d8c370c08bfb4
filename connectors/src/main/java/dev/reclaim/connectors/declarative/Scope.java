package dev.reclaim.connectors.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is known by name at one moment of a flow. Never changes; a new name makes a new one. */
final class Scope {

  private final Map<String, JsonNode> values;

  private Scope(Map<String, JsonNode> values) {
    this.values = values;
  }

  static Scope empty() {
    return new Scope(Map.of());
  }

  Scope with(String name, JsonNode value) {
    Map<String, JsonNode> more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new Scope(more);
  }

  Scope with(String name, String value) {
    return with(name, TextNode.valueOf(value));
  }

  Scope without(String name) {
    return with(name, MissingNode.getInstance());
  }

  JsonNode value(String name) {
    return values.getOrDefault(name, MissingNode.getInstance());
  }

  /** The names only: values may be secret. */
  @Override
  public String toString() {
    return "Scope" + values.keySet();
  }
}
