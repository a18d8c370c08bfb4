package dev.reclaim.connectors.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with look-ups in braces: {@code /users/{user/id}}. Nothing is computed. */
final class Template {

  /** A value that the file counts on is not there. Sending without it could mean something else. */
  static final class Unfilled extends RuntimeException {
    Unfilled(Lookup lookup) {
      super("there is no value for {" + lookup + "}", null, false, false);
    }
  }

  private static final Pattern LOOKUP = Pattern.compile("\\{([A-Za-z][^{}\\s]*)}");

  private final String text;
  private final List<Part> parts;

  private Template(String text, List<Part> parts) {
    this.text = text;
    this.parts = parts;
  }

  private sealed interface Part {

    record Fixed(String text) implements Part {}

    record Looked(Lookup lookup) implements Part {}
  }

  static Template of(Entry entry) {
    try {
      return of(entry.text());
    } catch (IllegalArgumentException e) {
      throw entry.refuse(e.getMessage());
    }
  }

  static Template of(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher matcher = LOOKUP.matcher(text);
    int end = 0;
    while (matcher.find()) {
      if (matcher.start() > end) {
        parts.add(new Part.Fixed(text.substring(end, matcher.start())));
      }
      parts.add(new Part.Looked(Lookup.parse(matcher.group(1))));
      end = matcher.end();
    }
    if (end < text.length()) {
      parts.add(new Part.Fixed(text.substring(end)));
    }
    return new Template(text, List.copyOf(parts));
  }

  /**
   * The text with all values in it.
   *
   * @throws Unfilled if one is missing
   */
  String fill(Scope scope) {
    return fill(scope, UnaryOperator.identity());
  }

  /** As {@link #fill(Scope)}, each value encoded on its way in; the fixed text is not. */
  String fill(Scope scope, UnaryOperator<String> encode) {
    StringBuilder filled = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Part.Fixed(String fixed) -> filled.append(fixed);
        case Part.Looked(Lookup lookup) -> filled.append(encode.apply(textOf(lookup, scope)));
      }
    }
    return filled.toString();
  }

  /** For people to read: a missing value is left out. */
  String tell(Scope scope) {
    StringBuilder filled = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Part.Fixed(String fixed) -> filled.append(fixed);
        case Part.Looked(Lookup lookup) -> filled.append(lookup.in(scope).asText("?"));
      }
    }
    return filled.toString();
  }

  /** The one value that this template is, as JSON; empty if it is a text with values in it. */
  Optional<Lookup> lone() {
    return parts.size() == 1 && parts.getFirst() instanceof Part.Looked(Lookup lookup)
        ? Optional.of(lookup)
        : Optional.empty();
  }

  List<Lookup> lookups() {
    return parts.stream()
        .filter(Part.Looked.class::isInstance)
        .map(part -> ((Part.Looked) part).lookup())
        .toList();
  }

  private static String textOf(Lookup lookup, Scope scope) {
    JsonNode value = lookup.in(scope);
    if (!value.isValueNode()) {
      throw new Unfilled(lookup);
    }
    return value.asText();
  }

  @Override
  public String toString() {
    return text;
  }
}
