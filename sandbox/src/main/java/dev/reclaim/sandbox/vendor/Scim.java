package dev.reclaim.sandbox.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What all SCIM servers have in common (RFC 7644): list answers, errors, filters of one comparison.
 */
final class Scim {

  private static final Pattern EQUALS =
      Pattern.compile("([A-Za-z.]+) [eE][qQ] \"((?:[^\"\\\\]|\\\\.)*)\"");

  private Scim() {}

  /** One comparison of a filter. */
  record Filter(String attribute, String value) {

    static Optional<Filter> of(Request request) {
      return request.param("filter").flatMap(Filter::parse);
    }

    private static Optional<Filter> parse(String text) {
      Matcher matcher = EQUALS.matcher(text);
      return matcher.matches()
          ? Optional.of(new Filter(matcher.group(1), matcher.group(2).replaceAll("\\\\(.)", "$1")))
          : Optional.empty();
    }
  }

  /** One page; never more than {@code most}, whatever was asked for. */
  static Reply page(List<ObjectNode> all, Request request, int most) {
    int start = Math.max(1, request.number("startIndex", 1));
    int count = Math.min(most, request.number("count", most));
    int from = Math.min(start - 1, all.size());
    List<ObjectNode> page = all.subList(from, Math.min(from + count, all.size()));
    ObjectNode body = Reply.object();
    body.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:ListResponse");
    body.put("totalResults", all.size()).put("itemsPerPage", page.size()).put("startIndex", start);
    ArrayNode resources = body.putArray("Resources");
    page.forEach(resources::add);
    return Reply.json(200, body);
  }

  static Reply error(int status, String detail) {
    ObjectNode body = Reply.object();
    body.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:Error");
    return Reply.json(status, body.put("status", Integer.toString(status)).put("detail", detail));
  }

  /** What a PATCH says about an attribute; empty if it says nothing. */
  static Optional<JsonNode> patched(JsonNode patch, String attribute) {
    for (JsonNode operation : patch.path("Operations")) {
      if (operation.path("path").asText("").equals(attribute)) {
        return Optional.of(operation.path("value"));
      }
      if (operation.path("value").has(attribute)) {
        return Optional.of(operation.path("value").path(attribute));
      }
    }
    return Optional.empty();
  }
}
