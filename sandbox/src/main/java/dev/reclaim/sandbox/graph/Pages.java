package dev.reclaim.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Cuts a list into pages that are joined by {@code @odata.nextLink}. */
final class Pages {

  static final String ROOT = "https://graph.microsoft.com/v1.0/";

  private final int largest;

  /** However many are asked for, no page holds more. */
  Pages(int largest) {
    this.largest = largest;
  }

  Reply page(Request request, List<ObjectNode> all) {
    return page(request, all, null);
  }

  /**
   * One page.
   *
   * @param last what the last page says in {@code @odata.deltaLink}; null for a list without
   */
  Reply page(Request request, List<? extends JsonNode> all, String last) {
    int from = request.param("$skiptoken").map(Integer::parseInt).orElse(0);
    int asked = request.param("$top").map(Integer::parseInt).orElse(100);
    int to = Math.min(all.size(), from + Math.min(asked, largest));
    ObjectNode body = Json.object();
    if (request.advanced()) {
      body.put("@odata.count", all.size());
    }
    ArrayNode value = body.putArray("value");
    all.subList(Math.min(from, to), to).forEach(value::add);
    if (to < all.size()) {
      body.put("@odata.nextLink", link(request, to));
    } else if (last != null) {
      body.put("@odata.deltaLink", last);
    }
    return Reply.ok(body);
  }

  private static String link(Request request, int from) {
    String query =
        request.query().entrySet().stream()
            .filter(entry -> !entry.getKey().equals("$skiptoken"))
            .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
            .collect(Collectors.joining("&"));
    return ROOT + request.at() + "?" + query + (query.isEmpty() ? "" : "&") + "$skiptoken=" + from;
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
