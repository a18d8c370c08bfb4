package dev.reclaim.rules.documents;

import java.util.regex.Pattern;

/** Paths as people read them: {@code when.all[0].usedLessThan.within}. */
final class Paths {

  private static final Pattern INDEX = Pattern.compile("\\d+");

  private Paths() {}

  /** From a JSON pointer, as in {@code /when/all/0/usedLessThan}. */
  static String ofPointer(String pointer) {
    StringBuilder path = new StringBuilder();
    for (String step : pointer.split("/", -1)) {
      if (!step.isEmpty()) {
        append(path, step.replace("~1", "/").replace("~0", "~"));
      }
    }
    return path.toString();
  }

  static String child(String path, String key) {
    StringBuilder child = new StringBuilder(path);
    append(child, key);
    return child.toString();
  }

  private static void append(StringBuilder path, String step) {
    if (INDEX.matcher(step).matches()) {
      path.append('[').append(step).append(']');
    } else {
      path.append(path.isEmpty() ? "" : ".").append(step);
    }
  }
}
