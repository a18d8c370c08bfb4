package dev.reclaim.rules.documents;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reclaim.rules.BadPolicy;
import dev.reclaim.rules.Window;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The keys of one object of a document whose shape the schema has checked. What a record refuses is
 * refused here with the path of the key.
 */
record Keys(Tree tree, String path, JsonNode node) {

  static Keys of(Tree tree) {
    return new Keys(tree, "", tree.root());
  }

  boolean has(String key) {
    return node.has(key);
  }

  /** The name of the only key. */
  String only() {
    return node.fieldNames().next();
  }

  Keys object(String key) {
    return new Keys(tree, Paths.child(path, key), node.get(key));
  }

  Optional<Keys> maybeObject(String key) {
    return has(key) ? Optional.of(object(key)) : Optional.empty();
  }

  List<Keys> objects(String key) {
    JsonNode list = node.path(key);
    return IntStream.range(0, list.size())
        .mapToObj(
            i ->
                new Keys(tree, Paths.child(Paths.child(path, key), String.valueOf(i)), list.get(i)))
        .toList();
  }

  String text(String key) {
    return node.get(key).asText();
  }

  Optional<String> maybeText(String key) {
    return Optional.ofNullable(node.get(key)).map(JsonNode::asText);
  }

  <T> T text(String key, Function<String, T> parse) {
    return at(key, () -> parse.apply(text(key)));
  }

  <T> Optional<T> maybeText(String key, Function<String, T> parse) {
    return has(key) ? Optional.of(text(key, parse)) : Optional.empty();
  }

  Window window(String key) {
    return text(key, Window::parse);
  }

  /** A day such as 2027-01-31. */
  LocalDate day(String key) {
    return text(
        key,
        text -> {
          try {
            return LocalDate.parse(text);
          } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                "day: '" + text + "' is not a day such as 2027-01-31", e);
          }
        });
  }

  Optional<LocalDate> maybeDay(String key) {
    return has(key) ? Optional.of(day(key)) : Optional.empty();
  }

  /** A constant of an enum, spelt in lower case with hyphens. */
  <E extends Enum<E>> E word(String key, Class<E> type) {
    return text(key, word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_')));
  }

  <E extends Enum<E>> Optional<E> maybeWord(String key, Class<E> type) {
    return has(key) ? Optional.of(word(key, type)) : Optional.empty();
  }

  <E extends Enum<E>> List<E> words(String key, Class<E> type) {
    return texts(key, word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_')));
  }

  <T> List<T> texts(String key, Function<String, T> parse) {
    JsonNode list = node.path(key);
    return IntStream.range(0, list.size())
        .mapToObj(
            i -> at(Paths.child(key, String.valueOf(i)), () -> parse.apply(list.get(i).asText())))
        .toList();
  }

  Map<String, String> textsByKey(String key) {
    return node.get(key).properties().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> e.getValue().asText()));
  }

  /** Builds something from a key; what it refuses is said of that key. */
  <T> T at(String key, Supplier<T> build) {
    try {
      return build.get();
    } catch (BadPolicy e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw tree.refuse(Paths.child(path, key), withoutField(e.getMessage()));
    }
  }

  /** Builds something from all of the keys; the refusal itself begins with the key at fault. */
  <T> T whole(Supplier<T> build) {
    try {
      return build.get();
    } catch (BadPolicy e) {
      throw e;
    } catch (IllegalArgumentException e) {
      String message = e.getMessage();
      int colon = message.indexOf(": ");
      String key = colon > 0 ? message.substring(0, colon) : "";
      throw tree.refuse(Paths.child(path, key), withoutField(message));
    }
  }

  private static String withoutField(String message) {
    int colon = message.indexOf(": ");
    return colon > 0 ? message.substring(colon + 2) : message;
  }
}
