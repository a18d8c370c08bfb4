package dev.reclaim.console.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.reclaim.messaging.EventCodec;

/** Values as columns hold them. */
final class Stored {

  private Stored() {}

  /** PostgreSQL's text has no NUL character. */
  static String text(String text) {
    return text == null ? null : text.replace('\0', '\ufffd');
  }

  static String json(Object value) {
    try {
      return EventCodec.json().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a value that cannot be written: " + value.getClass(), e);
    }
  }

  static <T> T fromJson(String json, Class<T> type) {
    try {
      return EventCodec.json().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored " + type.getSimpleName() + " is broken", e);
    }
  }
}
