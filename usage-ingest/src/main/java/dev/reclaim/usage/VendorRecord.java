package dev.reclaim.usage;

import java.util.Map;
import java.util.Optional;

/**
 * One record of a vendor's log, as JSON. Keys are found whatever their case, since exports differ
 * in it.
 */
public record VendorRecord(Map<String, Object> content) {

  /** The text or number at a path, as text; empty when absent, blank, null or an object. */
  public Optional<String> text(String... path) {
    Object found = content;
    for (String step : path) {
      found = found instanceof Map<?, ?> map ? valueOf(map, step) : null;
    }
    return switch (found) {
      case String text when !text.isBlank() -> Optional.of(text.strip());
      case Number number -> Optional.of(number.toString());
      case Boolean truth -> Optional.of(truth.toString());
      case null, default -> Optional.empty();
    };
  }

  private static Object valueOf(Map<?, ?> map, String wanted) {
    Object exact = map.get(wanted);
    if (exact != null) {
      return exact;
    }
    return map.entrySet().stream()
        .filter(entry -> entry.getKey() instanceof String key && key.equalsIgnoreCase(wanted))
        .map(Map.Entry::getValue)
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
