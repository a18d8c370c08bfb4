package dev.reclaim.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.reclaim.events.Event;
import dev.reclaim.events.EventTypes;
import java.io.IOException;
import java.util.stream.Collectors;

/** Events as JSON and back. Errors name the field, as {@code manager.email: reason}. */
public final class EventCodec {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
          .build();

  private EventCodec() {}

  /** The one JSON dialect of all events; a copy may be configured, this one may not. */
  public static JsonMapper json() {
    return JSON;
  }

  public static byte[] write(Event event) {
    try {
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event that cannot be written: " + event.getClass(), e);
    }
  }

  /**
   * Reads the data of one event.
   *
   * @throws Unreadable when the type is unknown, the JSON is broken, or a field is missing or wrong
   */
  public static Event read(String type, byte[] data) throws Unreadable {
    Class<? extends Event> record =
        EventTypes.recordFor(type)
            .orElseThrow(() -> new Unreadable("type: '" + type + "' is not known here"));
    if (data == null || data.length == 0) {
      throw new Unreadable("data: is missing");
    }
    try {
      Event event = JSON.readValue(data, record);
      if (event == null) {
        throw new Unreadable("data: is null");
      }
      return event;
    } catch (JsonMappingException e) {
      throw new Unreadable(sentence(e), e);
    } catch (JsonProcessingException e) {
      throw new Unreadable("data: is not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new Unreadable("data: cannot be read: " + e.getMessage(), e);
    }
  }

  /** Turns Jackson's complaint into {@code field: reason}. */
  public static String sentence(JsonMappingException e) {
    String field =
        e.getPath().stream()
            .map(
                step ->
                    step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
            .collect(Collectors.joining("."));
    if (e.getCause() instanceof IllegalArgumentException refused) {
      // A record's own check: its message begins with the field.
      return field.isEmpty() || refused.getMessage().startsWith(lastStep(field) + ":")
          ? refused.getMessage()
          : field + ": " + refused.getMessage();
    }
    String prefix = field.isEmpty() ? "data: " : field + ": ";
    if (e instanceof InvalidFormatException wrong) {
      return prefix
          + "'"
          + shortened(String.valueOf(wrong.getValue()))
          + "' is not "
          + kindOf(wrong.getTargetType());
    }
    if (e instanceof MismatchedInputException wrong && wrong.getTargetType() != null) {
      return prefix + "is not " + kindOf(wrong.getTargetType());
    }
    return prefix + e.getOriginalMessage();
  }

  private static String lastStep(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static String shortened(String value) {
    return value.length() <= 60 ? value : value.substring(0, 60) + "…";
  }

  private static String kindOf(Class<?> target) {
    if (target.isEnum()) {
      return "one of the allowed values";
    }
    return switch (target.getSimpleName()) {
      case "Instant" -> "a point in time such as 2026-01-31T12:00:00Z";
      case "LocalDate" -> "a date such as 2026-01-31";
      case "Long", "long", "Integer", "int" -> "a whole number";
      case "String" -> "a text";
      case "ZoneId" -> "a time zone such as Europe/Berlin";
      default -> target.isRecord() ? "an object" : "a " + target.getSimpleName();
    };
  }
}
