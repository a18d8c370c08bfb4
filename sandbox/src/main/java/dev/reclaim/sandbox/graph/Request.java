package dev.reclaim.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request as it came, alone or as a part of a batch.
 *
 * @param path decoded segments below the version; the namespace {@code microsoft.graph} by its
 *     alias, {@code graph}, and a function without its empty brackets
 * @param headers by lower-case name
 */
record Request(
    String method,
    List<String> path,
    Map<String, String> query,
    Map<String, String> headers,
    String body) {

  static Request of(String method, String target, Map<String, String> headers, String body) {
    URI uri = URI.create(target);
    return new Request(
        method,
        Arrays.stream(uri.getRawPath().split("/"))
            .filter(part -> !part.isEmpty())
            .map(Request::decode)
            .map(segment -> segment.replaceFirst("^microsoft\\.graph\\.", "graph."))
            .map(segment -> segment.replaceFirst("\\(\\)$", ""))
            .toList(),
        pairs(uri.getRawQuery()),
        headers,
        body);
  }

  /** Whether the path looks like this; {@code *} stands for one segment. */
  boolean is(String wantedMethod, String pattern) {
    String[] wanted = pattern.split("/", -1);
    if (!method.equals(wantedMethod) || wanted.length != path.size()) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (!wanted[i].equals("*") && !wanted[i].equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The path as one text. */
  String at() {
    return String.join("/", path);
  }

  String segment(int index) {
    return path.get(index);
  }

  Optional<String> param(String name) {
    return Optional.ofNullable(query.get(name));
  }

  String bearer() {
    return headers.getOrDefault("authorization", "").replaceFirst("^Bearer ", "");
  }

  /** Whether it is an advanced query: this header, and a count. */
  boolean advanced() {
    return "eventual".equals(headers.get("consistencylevel")) && "true".equals(query.get("$count"));
  }

  JsonNode json() {
    return Json.parse(body);
  }

  static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    if (text != null && !text.isEmpty()) {
      for (String pair : text.split("&", -1)) {
        String[] parts = pair.split("=", 2);
        pairs.put(decode(parts[0]), parts.length == 1 ? "" : decode(parts[1]));
      }
    }
    return pairs;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
