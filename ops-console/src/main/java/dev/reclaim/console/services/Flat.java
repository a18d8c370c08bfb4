package dev.reclaim.console.services;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reclaim.console.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** JSON of any shape as a list of facts, each named by its path in words. */
final class Flat {

  /** A page is no place for more. */
  private static final int MOST = 60;

  private Flat() {}

  static List<Fact> facts(JsonNode json) {
    List<Fact> facts = new ArrayList<>();
    add("", json, facts);
    return facts.stream().limit(MOST).toList();
  }

  private static void add(String path, JsonNode json, List<Fact> facts) {
    if (json.isObject()) {
      for (Map.Entry<String, JsonNode> field : json.properties()) {
        add(path + " " + words(field.getKey()), field.getValue(), facts);
      }
    } else if (json.isArray()) {
      for (int i = 0; i < json.size(); i++) {
        add(path + " " + (i + 1), json.get(i), facts);
      }
    } else if (!json.isMissingNode() && !json.isNull()) {
      facts.add(new Fact(sentenceCase(path.strip()), new Fact.Text(value(json))));
    }
  }

  private static String value(JsonNode json) {
    if (json.isBoolean()) {
      return json.booleanValue() ? "on" : "off";
    }
    return json.asText();
  }

  private static String words(String key) {
    return key.replaceAll("([a-z])([A-Z])", "$1 $2").replace('-', ' ').toLowerCase(Locale.ROOT);
  }

  private static String sentenceCase(String text) {
    return text.isEmpty() ? "Value" : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
