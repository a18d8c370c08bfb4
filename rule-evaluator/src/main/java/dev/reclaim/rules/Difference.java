package dev.reclaim.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One key in which two versions of a document differ.
 *
 * @param key its path, as in {@code when.all[0].usedLessThan.within}
 * @param before empty where the key is new
 * @param after empty where the key is gone
 */
public record Difference(String key, Optional<Object> before, Optional<Object> after) {

  /** All keys in which two documents differ, as JSON values; none when they say the same. */
  public static List<Difference> between(Map<String, Object> before, Map<String, Object> after) {
    List<Difference> found = new ArrayList<>();
    compareKeys("", before, after, found);
    return List.copyOf(found);
  }

  private static void compareKeys(
      String path, Map<?, ?> before, Map<?, ?> after, List<Difference> found) {
    Set<Object> keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (Object key : keys) {
      String child = path.isEmpty() ? key.toString() : path + "." + key;
      compare(child, before.get(key), after.get(key), found);
    }
  }

  private static void compareLists(
      String path, List<?> before, List<?> after, List<Difference> found) {
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      compare(
          path + "[" + i + "]",
          i < before.size() ? before.get(i) : null,
          i < after.size() ? after.get(i) : null,
          found);
    }
  }

  private static void compare(String path, Object before, Object after, List<Difference> found) {
    if (before instanceof Map<?, ?> one && after instanceof Map<?, ?> other) {
      compareKeys(path, one, other, found);
    } else if (before instanceof List<?> one && after instanceof List<?> other) {
      compareLists(path, one, other, found);
    } else if (!same(before, after)) {
      found.add(new Difference(path, Optional.ofNullable(before), Optional.ofNullable(after)));
    }
  }

  /** 14.5 and 14.50 are the same number. */
  private static boolean same(Object one, Object other) {
    return (one instanceof Number && other instanceof Number)
        ? new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0
        : Objects.equals(one, other);
  }
}
