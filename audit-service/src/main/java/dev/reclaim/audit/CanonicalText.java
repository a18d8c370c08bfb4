package dev.reclaim.audit;

import dev.reclaim.events.Event;
import dev.reclaim.messaging.Envelope;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an entry: a JSON object without white space, its keys sorted, {@code data} being the
 * event's own JSON. Absent attributes are left out. The README of this module describes it for
 * those who verify.
 */
final class CanonicalText {

  /** Only {@code causedby} can stand before it. */
  private static final Pattern DATA_BESIDE =
      Pattern.compile(
          "\\{(?:\"causedby\":\"(?:[^\"\\\\]|\\\\.)*+\",)?\"dataSha256\":\"([0-9a-f]{64})\"");

  private final StringBuilder json = new StringBuilder("{");

  private CanonicalText() {}

  static String of(
      Envelope<Event> heard, String topic, String type, String data, boolean dataInside) {
    CanonicalText text = new CanonicalText();
    heard.cause().eventId().ifPresent(id -> text.add("causedby", id));
    if (dataInside) {
      text.name("data").json.append(data);
    } else {
      text.add("dataSha256", Hash.ofData(data.getBytes(StandardCharsets.UTF_8)).toString());
    }
    text.add("id", heard.id());
    text.add("key", heard.event().key());
    text.add("source", heard.source());
    text.add("time", heard.time().toString());
    text.add("topic", topic);
    heard.cause().traceparent().ifPresent(trace -> text.add("traceparent", trace));
    text.add("type", type);
    return text.json.append('}').toString();
  }

  /** The name of the data that is kept beside an entry, read back from its text. */
  static Optional<Hash> dataBeside(String body) {
    Matcher found = DATA_BESIDE.matcher(body);
    return found.lookingAt()
        ? Optional.of(Hash.of(HexFormat.of().parseHex(found.group(1))))
        : Optional.empty();
  }

  private void add(String name, String value) {
    name(name).json.append('"');
    value.chars().forEach(this::escaped);
    json.append('"');
  }

  private CanonicalText name(String name) {
    if (json.length() > 1) {
      json.append(',');
    }
    json.append('"').append(name).append("\":");
    return this;
  }

  private void escaped(int c) {
    if (c == '"' || c == '\\') {
      json.append('\\').append((char) c);
    } else if (c < ' ' || Character.isSurrogate((char) c)) {
      json.append("\\u%04x".formatted(c));
    } else {
      json.append((char) c);
    }
  }
}
