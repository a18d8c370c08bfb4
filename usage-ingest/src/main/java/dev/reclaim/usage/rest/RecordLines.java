package dev.reclaim.usage.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.MappingIterator;
import dev.reclaim.messaging.EventCodec;
import dev.reclaim.usage.TextLine;
import dev.reclaim.usage.Utf8;
import dev.reclaim.usage.VendorRecord;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** A vendor's records as they leave its log export: one JSON object a line, or a JSON array. */
final class RecordLines {

  /** What became of one line. */
  sealed interface Outcome {
    record Found(VendorRecord entry) implements Outcome {}

    record Broken(String message) implements Outcome {}
  }

  private RecordLines() {}

  /**
   * Reads all of them; a broken line does not stop the rest.
   *
   * @throws IllegalArgumentException if nothing can be read at all; the message begins with {@code
   *     body: }
   */
  static void read(byte[] body, BiConsumer<Integer, Outcome> each) {
    Utf8.refuseWideCharacters("body", body);
    if (isArray(body)) {
      readArray(Utf8.strictly("body", body), each);
      return;
    }
    for (TextLine line : TextLine.of(body)) {
      if (!line.isBlank()) {
        each.accept(line.number(), read(line));
      }
    }
  }

  private static boolean isArray(byte[] body) {
    return TextLine.of(body).stream()
        .filter(line -> !line.isBlank())
        .findFirst()
        .filter(line -> line.startsWith('['))
        .isPresent();
  }

  private static Outcome read(TextLine line) {
    try {
      return outcome(EventCodec.json().readValue(line.text(), Object.class));
    } catch (JsonProcessingException e) {
      return new Outcome.Broken("json: is broken: " + e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      return new Outcome.Broken(e.getMessage());
    }
  }

  private static void readArray(String body, BiConsumer<Integer, Outcome> each) {
    String text = body.startsWith("\ufeff") ? body.substring(1) : body;
    int number = 0;
    try (JsonParser parser = EventCodec.json().createParser(text)) {
      parser.nextToken();
      parser.nextToken();
      if (parser.currentToken() == JsonToken.END_ARRAY) {
        return;
      }
      try (MappingIterator<Object> records =
          EventCodec.json().readerFor(Object.class).readValues(parser)) {
        while (records.hasNextValue()) {
          number++;
          each.accept(number, outcome(records.nextValue()));
        }
      }
    } catch (IOException e) {
      String why = e instanceof JsonProcessingException json ? json.getOriginalMessage() : "";
      throw new IllegalArgumentException(
          "body: the JSON array is broken after record %d: %s".formatted(number, why), e);
    }
  }

  private static Outcome outcome(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return new Outcome.Broken("json: is not an object");
    }
    Map<String, Object> content = new LinkedHashMap<>();
    map.forEach((key, item) -> content.put(String.valueOf(key), item));
    return new Outcome.Found(new VendorRecord(content));
  }
}
