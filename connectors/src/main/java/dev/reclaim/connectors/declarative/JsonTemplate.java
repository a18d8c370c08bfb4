package dev.reclaim.connectors.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Tag;

/** JSON with look-ups in its texts. A text that is one look-up takes the value as it is. */
sealed interface JsonTemplate {

  JsonNode fill(Scope scope);

  /** Fixed: a number, yes or no, nothing. */
  record Plain(JsonNode value) implements JsonTemplate {
    @Override
    public JsonNode fill(Scope scope) {
      return value;
    }
  }

  record Text(Template template) implements JsonTemplate {
    @Override
    public JsonNode fill(Scope scope) {
      return template
          .lone()
          .map(
              lookup -> {
                JsonNode value = lookup.in(scope);
                if (value.isMissingNode()) {
                  throw new Template.Unfilled(lookup);
                }
                return value;
              })
          .orElseGet(() -> TextNode.valueOf(template.fill(scope)));
    }
  }

  record Listed(List<JsonTemplate> items) implements JsonTemplate {
    @Override
    public JsonNode fill(Scope scope) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      items.forEach(item -> array.add(item.fill(scope)));
      return array;
    }
  }

  record Keyed(Map<String, JsonTemplate> entries) implements JsonTemplate {
    @Override
    public JsonNode fill(Scope scope) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      entries.forEach((key, value) -> object.set(key, value.fill(scope)));
      return object;
    }
  }

  static JsonTemplate of(Entry entry) {
    if (entry.isMapping()) {
      Map<String, JsonTemplate> entries = new LinkedHashMap<>();
      entry.entries().forEach((key, value) -> entries.put(key, of(value)));
      return new Keyed(entries);
    }
    if (entry.isList()) {
      return new Listed(entry.items().stream().map(JsonTemplate::of).toList());
    }
    Tag tag = entry.tag();
    if (tag.equals(Tag.BOOL)) {
      return new Plain(BooleanNode.valueOf(entry.yes()));
    }
    if (tag.equals(Tag.INT)) {
      return new Plain(IntNode.valueOf(entry.number()));
    }
    if (tag.equals(Tag.NULL)) {
      return new Plain(NullNode.getInstance());
    }
    return new Text(Template.of(entry));
  }
}
