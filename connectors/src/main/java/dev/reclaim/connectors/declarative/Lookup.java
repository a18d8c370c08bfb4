package dev.reclaim.connectors.declarative;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * Names one value: {@code user} or {@code user/profile/login}, where the part behind the name is a
 * JSON Pointer (RFC 6901).
 */
record Lookup(String name, JsonPointer pointer) {

  static Lookup parse(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? new Lookup(text, JsonPointer.empty())
        : new Lookup(text.substring(0, slash), JsonPointer.compile(text.substring(slash)));
  }

  /** The value, or missing: an empty text and null count as missing. */
  JsonNode in(Scope scope) {
    JsonNode found = scope.value(name).at(pointer);
    return found.isNull() || (found.isTextual() && found.asText().isEmpty())
        ? MissingNode.getInstance()
        : found;
  }

  @Override
  public String toString() {
    return name + pointer;
  }
}
