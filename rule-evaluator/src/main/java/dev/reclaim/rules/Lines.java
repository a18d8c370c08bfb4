package dev.reclaim.rules;

import java.util.Map;
import java.util.OptionalInt;

/**
 * Where the keys of a document stand.
 *
 * @param byKey 1 is the first line of the file
 */
public record Lines(Map<String, Integer> byKey) {

  public Lines {
    byKey = Map.copyOf(byKey);
  }

  /** The line of a key, or of the nearest key above it that is there. */
  public OptionalInt of(String key) {
    for (String at = key; !at.isEmpty(); at = parent(at)) {
      Integer line = byKey.get(at);
      if (line != null) {
        return OptionalInt.of(line);
      }
    }
    return OptionalInt.empty();
  }

  private static String parent(String key) {
    return key.substring(0, Math.max(0, Math.max(key.lastIndexOf('.'), key.lastIndexOf('['))));
  }
}
