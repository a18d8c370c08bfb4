package dev.reclaim.revocation.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.reclaim.messaging.EventCodec;
import dev.reclaim.revocation.Revocation;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A state by its name and its data. */
final class StatesAsJson {

  private static final Map<String, Class<? extends Revocation>> BY_NAME =
      Arrays.stream(Revocation.class.getPermittedSubclasses())
          .map(state -> state.<Revocation>asSubclass(Revocation.class))
          .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private StatesAsJson() {}

  static String nameOf(Revocation state) {
    return state.getClass().getSimpleName();
  }

  static String write(Object value) {
    try {
      // PostgreSQL's jsonb has no NUL character.
      return EventCodec.json().writeValueAsString(value).replace("\\u0000", "\\ufffd");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a state that cannot be written: " + value.getClass(), e);
    }
  }

  static Map<String, String> readTexts(String json) {
    try {
      return EventCodec.json().readValue(json, TEXTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts that we wrote and cannot read", e);
    }
  }

  static Revocation read(String name, String body) {
    try {
      return EventCodec.json().readValue(body, BY_NAME.get(name));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a state that we wrote and cannot read: " + name, e);
    }
  }
}
