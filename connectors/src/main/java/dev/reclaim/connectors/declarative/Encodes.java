package dev.reclaim.connectors.declarative;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Values on their way into an address or a form: everything that could mean something is escaped.
 */
final class Encodes {

  private Encodes() {}

  /**
   * A segment of a path.
   *
   * @throws IllegalArgumentException if it is {@code .} or {@code ..}, which lead elsewhere
   */
  static String segment(String value) {
    if (value.equals(".") || value.equals("..")) {
      throw new IllegalArgumentException("a value leads to another path");
    }
    return query(value);
  }

  static String query(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  static String pairs(Map<String, Template> fields, Scope scope) {
    return fields.entrySet().stream()
        .map(field -> query(field.getKey()) + "=" + query(field.getValue().fill(scope)))
        .collect(Collectors.joining("&"));
  }
}
