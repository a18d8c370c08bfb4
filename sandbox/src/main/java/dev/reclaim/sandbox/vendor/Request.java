package dev.reclaim.sandbox.vendor;

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
 * One request as it came.
 *
 * @param address the name of the vendor's address, {@code api} for most
 * @param path decoded segments below that address
 * @param base what stands before the path, for links
 */
public record Request(
    String method,
    String address,
    List<String> path,
    Map<String, String> query,
    Map<String, String> headers,
    String body,
    String base) {

  static Request of(String method, URI uri, String base, Map<String, String> headers, String body) {
    String rest = uri.getRawPath().substring(base.length());
    List<String> segments =
        Arrays.stream(rest.split("/", -1))
            .filter(part -> !part.isEmpty())
            .map(Request::decode)
            .toList();
    String address = segments.isEmpty() ? "" : segments.getFirst();
    return new Request(
        method,
        address,
        segments.isEmpty() ? List.of() : segments.subList(1, segments.size()),
        pairs(uri.getRawQuery()),
        headers,
        body,
        base + "/" + address);
  }

  /** The path as one text: {@code users/00u1/lifecycle/deactivate}. */
  public String at() {
    return String.join("/", path);
  }

  /** Whether the path looks like this; {@code *} stands for one segment. */
  public boolean is(String wantedMethod, String pattern) {
    String[] wanted = pattern.isEmpty() ? new String[0] : pattern.split("/");
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

  public String segment(int index) {
    return path.get(index);
  }

  public Optional<String> param(String name) {
    return Optional.ofNullable(query.get(name));
  }

  public int number(String name, int otherwise) {
    return param(name).map(Integer::parseInt).orElse(otherwise);
  }

  /** By lower-case name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  public JsonNode json() {
    return Reply.parse(body);
  }

  /** Fields of a form body. */
  public Map<String, String> form() {
    return pairs(body);
  }

  private static Map<String, String> pairs(String text) {
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
