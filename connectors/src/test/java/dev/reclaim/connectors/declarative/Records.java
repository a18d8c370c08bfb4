package dev.reclaim.connectors.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reclaim.outgoing.Call;
import dev.reclaim.outgoing.Reply;
import dev.reclaim.outgoing.Sends;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a connector sends, once for each kind of request, without secrets. */
final class Records {

  private final VendorFile file;
  private final int port;
  private final Map<String, String> byKind = new LinkedHashMap<>();

  Records(VendorFile file, int port) {
    this.file = file;
    this.port = port;
  }

  Sends of(Map<String, String> settings, Sends http) {
    return new Sends() {
      @Override
      public Reply send(Call call) {
        record(call, settings);
        return http.send(call);
      }

      @Override
      public void close() {
        http.close();
      }
    };
  }

  /** The file, as it is kept. */
  String text() {
    return "# Every request of the connector "
        + file.name()
        + ", as it is sent. Written by the build; {…} is an address of the file.\n\n"
        + String.join("\n", byKind.values());
  }

  private void record(Call call, Map<String, String> settings) {
    String name = nameOf(call);
    StringBuilder text =
        new StringBuilder("### %s\n%s %s\n".formatted(name, call.method(), address(call)));
    new TreeMap<>(call.headers())
        .forEach(
            (header, value) ->
                text.append(header)
                    .append(": ")
                    .append(isSecret(header) ? "<secret>" : hidden(value, settings))
                    .append('\n'));
    call.body().ifPresent(body -> text.append('\n').append(hidden(body, settings)).append('\n'));
    byKind.putIfAbsent(name + " " + isFirstPage(call), text.toString());
  }

  /** Also the second page of a list is kept: it shows how it is read on. */
  private static boolean isFirstPage(Call call) {
    String query = call.address().getRawQuery();
    return query == null
        || !query.matches(
            "(.*&)?(after|cursor|next_page_token|pageToken|marker|startIndex=([2-9]|\\d\\d)|page=[2-9]|offset=[1-9]|startAt=[1-9]).*");
  }

  private String address(Call call) {
    String address = call.address().toString();
    for (String name : file.talk().addresses().keySet()) {
      String base = "http://127.0.0.1:%d/vendor/%s/%s".formatted(port, file.name(), name);
      if (address.startsWith(base)) {
        return "{" + name + "}" + address.substring(base.length());
      }
    }
    return address;
  }

  private boolean isSecret(String header) {
    return header.equalsIgnoreCase("Authorization")
        || file.talk().signIns().values().stream()
            .anyMatch(signIn -> signIn.headers().containsKey(header));
  }

  private String hidden(String text, Map<String, String> settings) {
    String hidden = text;
    for (Setting setting : file.talk().settings().values()) {
      String value = settings.get(setting.name());
      if (setting.secret() && value != null) {
        hidden = hidden.replace(value, "<secret>").replace(Encodes.query(value), "<secret>");
      }
    }
    return hidden
        .replaceAll("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+", "<signed statement>")
        .replace("127.0.0.1:" + port, "127.0.0.1");
  }

  private String nameOf(Call call) {
    String path = address(call).replaceAll("\\?.*", "");
    return file.talk().requests().values().stream()
        .filter(ask -> matches(ask, call, path))
        .map(Ask::name)
        .collect(Collectors.joining(", "));
  }

  /** Whether a request of the file may have made this call. */
  private static boolean matches(Ask ask, Call call, String path) {
    String pattern =
        Pattern.quote("{" + ask.shape().address() + "}")
            + ask.shape()
                .path()
                .toString()
                .replaceAll("\\?.*", "")
                .replaceAll("([.()+*$^])", "\\\\$1")
                .replaceAll("\\{[^{}]*}", "[^/]+");
    String query = String.valueOf(call.address().getRawQuery());
    return ask.shape().method().equals(call.method())
        && path.matches(pattern)
        && ask.shape().query().keySet().stream()
            .allMatch(key -> query.contains(Encodes.query(key) + "="))
        && ask.shape().content().isPresent() == call.body().isPresent()
        && ask.shape().content().stream().allMatch(content -> fits(content, call));
  }

  private static boolean fits(Ask.Content content, Call call) {
    return switch (content) {
      case Ask.Content.Json(JsonTemplate json) ->
          fits(json, Bodies.read(call.body().orElseThrow()));
      case Ask.Content.Changed(_, _, JsonTemplate.Keyed(Map<String, JsonTemplate> entries)) -> {
        JsonNode body = Bodies.read(call.body().orElseThrow());
        yield entries.entrySet().stream()
            .allMatch(entry -> fits(entry.getValue(), body.path(entry.getKey())));
      }
      case Ask.Content.Changed _ -> false;
      case Ask.Content.Form _ -> true;
    };
  }

  /** Whether a body was made of a template, whatever was looked up. */
  private static boolean fits(JsonTemplate template, JsonNode body) {
    return switch (template) {
      case JsonTemplate.Plain(JsonNode value) -> value.equals(body);
      case JsonTemplate.Text(Template text) ->
          !text.lookups().isEmpty() || text.toString().equals(body.asText());
      case JsonTemplate.Listed(List<JsonTemplate> items) ->
          items.size() == body.size()
              && IntStream.range(0, items.size())
                  .allMatch(index -> fits(items.get(index), body.path(index)));
      case JsonTemplate.Keyed(Map<String, JsonTemplate> entries) ->
          entries.size() == body.size()
              && entries.entrySet().stream()
                  .allMatch(entry -> fits(entry.getValue(), body.path(entry.getKey())));
    };
  }

  /** The names of the file's requests that were never sent. */
  List<String> missing() {
    String all = String.join("\n", byKind.keySet());
    return file.talk().requests().keySet().stream()
        .filter(name -> !all.matches("(?s).*\\b" + Pattern.quote(name) + "\\b.*"))
        .toList();
  }
}
