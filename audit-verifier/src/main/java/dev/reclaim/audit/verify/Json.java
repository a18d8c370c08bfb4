package dev.reclaim.audit.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Just enough JSON to say what an entry is about. Objects become maps, arrays lists, strings
 * strings; null is null; every other value stays as it is spelled.
 */
final class Json {

  private static final int DEEPEST = 200;

  private final String text;
  private int at;
  private int depth;

  private Json(String text) {
    this.text = text;
  }

  /**
   * @throws IllegalArgumentException when this is not JSON
   */
  static Object parse(String text) {
    Json json = new Json(text);
    Object value = json.value();
    json.skipSpace();
    if (json.at != text.length()) {
      throw json.malformed();
    }
    return value;
  }

  /** The text found by going down these names; empty text when there is none. */
  static String text(Object json, String... path) {
    Object here = json;
    for (String name : path) {
      here = here instanceof Map<?, ?> object ? object.get(name) : null;
    }
    return here instanceof String found ? found : "";
  }

  private Object value() {
    skipSpace();
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      default -> orNull(word());
    };
  }

  private Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    enter('{');
    skipSpace();
    while (peek() != '}') {
      String name = string();
      expect(':');
      object.put(name, value());
      comma('}');
    }
    leave('}');
    return object;
  }

  private List<Object> array() {
    List<Object> array = new ArrayList<>();
    enter('[');
    skipSpace();
    while (peek() != ']') {
      array.add(value());
      comma(']');
    }
    leave(']');
    return array;
  }

  private String string() {
    expect('"');
    StringBuilder string = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(at++);
      string.append(c == '\\' ? escaped() : c);
    }
    at++;
    return string.toString();
  }

  private char escaped() {
    char c = peek();
    at++;
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> c;
    };
  }

  private char unicode() {
    if (at + 4 > text.length()) {
      throw malformed();
    }
    at += 4;
    return (char) Integer.parseInt(text, at - 4, at, 16);
  }

  private static String orNull(String word) {
    return word.equals("null") ? null : word;
  }

  private String word() {
    int from = at;
    while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (from == at) {
      throw malformed();
    }
    return text.substring(from, at);
  }

  private void comma(char end) {
    skipSpace();
    if (peek() != end) {
      expect(',');
      skipSpace();
      if (peek() == end) {
        throw malformed();
      }
    }
  }

  private void enter(char bracket) {
    expect(bracket);
    if (++depth > DEEPEST) {
      throw malformed();
    }
  }

  private void leave(char bracket) {
    expect(bracket);
    depth--;
  }

  private void expect(char c) {
    skipSpace();
    if (peek() != c) {
      throw malformed();
    }
    at++;
  }

  private char peek() {
    if (at >= text.length()) {
      throw malformed();
    }
    return text.charAt(at);
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private IllegalArgumentException malformed() {
    return new IllegalArgumentException("not JSON at character " + at);
  }
}
