package dev.reclaim.events;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every event there is, by its CloudEvents type; read off the sealed families, so none can be
 * forgotten.
 */
public final class EventTypes {

  private static final Map<String, Class<? extends Event>> BY_TYPE =
      leaves(Event.class)
          .collect(Collectors.toUnmodifiableMap(EventTypes::typeOf, Function.identity()));

  private EventTypes() {}

  /** The record that stands for a CloudEvents type, or empty when nobody here knows it. */
  public static Optional<Class<? extends Event>> recordFor(String type) {
    return Optional.ofNullable(BY_TYPE.get(type));
  }

  public static String typeOf(Class<?> event) {
    EventType type = event.getAnnotation(EventType.class);
    if (type == null) {
      throw new IllegalStateException(event + " has no @EventType");
    }
    return type.value();
  }

  /** All known types with their records. */
  public static Map<String, Class<? extends Event>> all() {
    return BY_TYPE;
  }

  private static Stream<Class<? extends Event>> leaves(Class<?> family) {
    if (!family.isSealed()) {
      return Stream.of(family.asSubclass(Event.class));
    }
    return Stream.of(family.getPermittedSubclasses()).flatMap(EventTypes::leaves);
  }
}
