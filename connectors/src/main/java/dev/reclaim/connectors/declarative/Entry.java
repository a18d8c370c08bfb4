package dev.reclaim.connectors.declarative;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A value of a connector file, with the place where it stands. */
final class Entry {

  private final String file;
  private final String key;
  private final Node node;

  private Entry(String file, String key, Node node) {
    this.file = file;
    this.key = key;
    this.node = node;
  }

  static Entry root(String file, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    try {
      Node node = new Yaml(options).compose(new StringReader(text));
      if (node == null) {
        throw new BadConnectorFile(file, 1, "file", "is empty");
      }
      return new Entry(file, "file", node);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new BadConnectorFile(file, line, "file", "is no YAML: " + e.getProblem());
    }
  }

  BadConnectorFile refuse(String problem) {
    return new BadConnectorFile(file, node.getStartMark().getLine() + 1, key, problem);
  }

  String key() {
    return key;
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  Map<String, Entry> entries() {
    if (!(node instanceof MappingNode mapping)) {
      throw refuse("must hold keys and values");
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    mapping
        .getValue()
        .forEach(
            tuple -> {
              String name = ((ScalarNode) tuple.getKeyNode()).getValue();
              Entry entry = new Entry(file, name, tuple.getValueNode());
              if (entries.put(name, entry) != null) {
                throw entry.refuse("stands twice");
              }
            });
    return entries;
  }

  List<Entry> items() {
    if (!(node instanceof SequenceNode list)) {
      throw refuse("must be a list");
    }
    return list.getValue().stream().map(item -> new Entry(file, key, item)).toList();
  }

  /** The items of a list, or the one thing that stands in place of a list. */
  List<Entry> oneOrMore() {
    return isList() ? items() : List.of(this);
  }

  String text() {
    if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
      throw refuse("must be a text");
    }
    return scalar.getValue().strip();
  }

  /** A text that may be empty. */
  String textOrEmpty() {
    return node instanceof ScalarNode scalar && scalar.getValue().isEmpty() ? "" : text();
  }

  int number() {
    try {
      return Integer.parseInt(text());
    } catch (NumberFormatException e) {
      throw refuse("must be a whole number");
    }
  }

  boolean yes() {
    return switch (text()) {
      case "true", "yes" -> true;
      case "false", "no" -> false;
      default -> throw refuse("must be yes or no");
    };
  }

  /** The kind of a scalar by YAML's rules. */
  Tag tag() {
    return node.getTag();
  }

  Entry required(String name) {
    return optional(name).orElseThrow(() -> refuse("lacks the key '" + name + "'"));
  }

  Optional<Entry> optional(String name) {
    return Optional.ofNullable(entries().get(name));
  }

  <T> Optional<T> optional(String name, Function<Entry, T> read) {
    return optional(name).map(read);
  }

  <T> List<T> list(String name, Function<Entry, T> read) {
    return optional(name)
        .map(entry -> entry.oneOrMore().stream().map(read).toList())
        .orElse(List.of());
  }

  <T> Map<String, T> map(String name, Function<Entry, T> read) {
    Map<String, T> values = new LinkedHashMap<>();
    optional(name)
        .ifPresent(
            all -> all.entries().forEach((each, entry) -> values.put(each, read.apply(entry))));
    return values;
  }

  /** Refuses keys that nobody reads: most often they are misspelt. */
  Entry allowOnly(String... names) {
    Set<String> known = Set.of(names);
    entries()
        .forEach(
            (name, entry) -> {
              if (!known.contains(name)) {
                throw entry.refuse(
                    "is not a key of '%s'; known are %s".formatted(key, List.of(names)));
              }
            });
    return this;
  }
}
