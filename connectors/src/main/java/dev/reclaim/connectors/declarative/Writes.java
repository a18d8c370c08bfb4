package dev.reclaim.connectors.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reclaim.outgoing.Call;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes a call of a request, with everything filled in. */
final class Writes {

  private final VendorFile file;
  private final Connection connection;

  Writes(VendorFile file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** Where the request goes. */
  URI address(Ask ask, Scope scope) {
    String path = ask.shape().path().fill(scope, Encodes::segment);
    String query = Encodes.pairs(ask.shape().query(), scope);
    return connection
        .addresses()
        .get(ask.shape().address())
        .below(path + (query.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + query));
  }

  /**
   * The call.
   *
   * @param signedIn headers that say who calls
   */
  Call call(Ask ask, URI address, Scope scope, Map<String, String> signedIn) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    file.talk().headers().forEach((name, value) -> headers.put(name, value.fill(scope)));
    headers.putAll(signedIn);
    ask.shape().headers().forEach((name, value) -> headers.put(name, value.fill(scope)));
    ask.shape().basic().ifPresent(basic -> headers.put("Authorization", basic(basic, scope)));
    Optional<String> body = ask.shape().content().map(content -> body(content, scope));
    ask.shape().content().ifPresent(content -> headers.putIfAbsent("Content-Type", type(content)));
    return new Call(ask.shape().method(), address, headers, body);
  }

  static String basic(Ask.Basic basic, Scope scope) {
    String pair = basic.user().fill(scope) + ":" + basic.password().fill(scope);
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static String body(Ask.Content content, Scope scope) {
    return switch (content) {
      case Ask.Content.Json(JsonTemplate json) -> json.fill(scope).toString();
      case Ask.Content.Changed(Lookup base, List<String> without, JsonTemplate json) ->
          changed(base, without, json, scope).toString();
      case Ask.Content.Form(Map<String, Template> fields) -> Encodes.pairs(fields, scope);
    };
  }

  private static JsonNode changed(
      Lookup base, List<String> without, JsonTemplate json, Scope scope) {
    if (!(base.in(scope) instanceof ObjectNode read)
        || !(json.fill(scope) instanceof ObjectNode changes)) {
      throw new Template.Unfilled(base);
    }
    ObjectNode changed = read.deepCopy();
    changed.remove(without);
    changed.setAll(changes);
    return changed;
  }

  private static String type(Ask.Content content) {
    return switch (content) {
      case Ask.Content.Json _, Ask.Content.Changed _ -> "application/json";
      case Ask.Content.Form _ -> "application/x-www-form-urlencoded";
    };
  }
}
