package dev.reclaim.consent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.reclaim.consent.Vendors.Answer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Slack's methods, as its documentation describes them; stricter about what it is sent. */
final class SlackServer {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern LINK = Pattern.compile("/prompts/([\\w-]{43})");
  private static final Pattern CODE = Pattern.compile("\"(\\d{3} \\d{3})\\\\n\"");
  private static final Set<String> STYLED = Set.of("bold");

  private static final Map<String, String> PEOPLE = new ConcurrentHashMap<>();
  private static final List<Post> POSTS = new CopyOnWriteArrayList<>();
  private static final List<Ephemeral> SAID = new CopyOnWriteArrayList<>();

  /** A message in a conversation. */
  record Post(
      String conversation, String id, String ts, String token, String code, JsonNode body) {}

  /** What was said to the one who pressed a button. */
  record Ephemeral(String path, JsonNode body) {}

  private SlackServer() {}

  static void forgetAll() {
    PEOPLE.clear();
    POSTS.clear();
    SAID.clear();
  }

  static void knows(String email) {
    PEOPLE.put(email, "U" + Integer.toHexString(email.hashCode()));
  }

  static List<Post> postsTo(String email) {
    return POSTS.stream()
        .filter(post -> post.conversation().equals("D" + PEOPLE.get(email)))
        .toList();
  }

  static List<Ephemeral> said() {
    return List.copyOf(SAID);
  }

  static Map<String, Vendors.Works> methods() {
    return Map.of(
        "users.lookupByEmail", (exchange, body) -> checked(exchange, () -> lookUp(form(body))),
        "conversations.open", (exchange, body) -> checked(exchange, () -> open(form(body))),
        "conversations.history", (exchange, body) -> checked(exchange, () -> history(form(body))),
        "chat.postMessage", (exchange, body) -> checked(exchange, () -> post(body)));
  }

  private interface Method {
    Answer answer();
  }

  private static Answer checked(HttpExchange exchange, Method method) {
    boolean posts = exchange.getRequestURI().getPath().endsWith("chat.postMessage");
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (exchange.getRequestURI().getRawQuery() != null) {
      return refuses("something_stands_in_the_address");
    }
    if (!("Bearer " + Vendors.BOT_TOKEN)
        .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return refuses("invalid_auth");
    }
    if (!type.startsWith(posts ? "application/json" : "application/x-www-form-urlencoded")) {
      return refuses("invalid_post_type");
    }
    return method.answer();
  }

  private static Answer refuses(String error) {
    return new Answer(200, "{\"ok\":false,\"error\":\"" + error + "\"}");
  }

  private static Map<String, String> form(String body) {
    Map<String, String> fields = new HashMap<>();
    for (String field : body.split("&", -1)) {
      String[] parts = field.split("=", 2);
      fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return fields;
  }

  private static Answer lookUp(Map<String, String> form) {
    String user = PEOPLE.get(form.get("email"));
    return user == null
        ? refuses("users_not_found")
        : new Answer(200, "{\"ok\":true,\"user\":{\"id\":\"" + user + "\",\"deleted\":false}}");
  }

  private static Answer open(Map<String, String> form) {
    return PEOPLE.containsValue(form.get("users"))
        ? new Answer(200, "{\"ok\":true,\"channel\":{\"id\":\"D" + form.get("users") + "\"}}")
        : refuses("user_not_found");
  }

  private static Answer history(Map<String, String> form) {
    var answer = JSON.createObjectNode().put("ok", true);
    var messages = answer.putArray("messages");
    boolean all = "true".equals(form.get("include_all_metadata"));
    for (Post post : POSTS) {
      if (post.conversation().equals(form.get("channel"))) {
        var message = messages.addObject().put("ts", post.ts());
        if (all) {
          message.set("metadata", post.body().path("metadata"));
        }
      }
    }
    return new Answer(200, answer.toString());
  }

  private static Answer post(String raw) {
    JsonNode body;
    try {
      body = JSON.readTree(raw);
    } catch (JsonProcessingException e) {
      return refuses("invalid_json");
    }
    if (body.path("unfurl_links").asBoolean(true) || body.path("text").asText().isEmpty()) {
      return refuses("no_text");
    }
    if (!areGood(body.path("blocks"))) {
      return refuses("invalid_blocks");
    }
    Matcher link = LINK.matcher(raw);
    Matcher code = CODE.matcher(raw);
    String ts = "1700000000." + "%06d".formatted(POSTS.size() + 1);
    POSTS.add(
        new Post(
            body.path("channel").asText(),
            body.path("metadata").path("event_payload").path("id").asText(),
            ts,
            link.find() ? link.group(1) : "",
            code.find() ? code.group(1) : "",
            body));
    return new Answer(200, "{\"ok\":true,\"ts\":\"" + ts + "\"}");
  }

  /** Only kinds that know no markup, within Slack's limits. */
  private static boolean areGood(JsonNode blocks) {
    if (!blocks.isArray() || blocks.isEmpty() || blocks.size() > 50) {
      return false;
    }
    for (JsonNode block : blocks) {
      boolean good =
          switch (block.path("type").asText()) {
            case "rich_text" -> isGoodText(block);
            case "actions" -> isGoodButton(block.path("elements").path(0));
            default -> false;
          };
      if (!good) {
        return false;
      }
    }
    return true;
  }

  private static boolean isGoodText(JsonNode block) {
    for (JsonNode section : block.path("elements")) {
      for (JsonNode run : section.path("elements")) {
        Set<String> styles = new HashSet<>();
        run.path("style").fieldNames().forEachRemaining(styles::add);
        if (!section.path("type").asText().equals("rich_text_section")
            || !(run.path("type").asText().equals("text") || leadsToUs(run))
            || run.path("text").asText().isEmpty()
            || !STYLED.containsAll(styles)) {
          return false;
        }
      }
    }
    return !block.path("elements").isEmpty();
  }

  private static boolean leadsToUs(JsonNode run) {
    return run.path("type").asText().equals("link")
        && run.path("url").asText().equals("https://reclaim.example/me");
  }

  private static boolean isGoodButton(JsonNode button) {
    return button.path("type").asText().equals("button")
        && button.path("text").path("type").asText().equals("plain_text")
        && button.path("text").path("text").asText().length() <= 75
        && button.path("url").asText().length() <= 3000
        && button.path("value").asText().length() <= 2000
        && !button.path("action_id").asText().isEmpty();
  }

  static Answer hear(HttpExchange exchange, String body) {
    try {
      SAID.add(new Ephemeral(exchange.getRequestURI().getPath(), JSON.readTree(body)));
      return new Answer(200, "ok");
    } catch (JsonProcessingException e) {
      return new Answer(400, "no_text");
    }
  }
}
