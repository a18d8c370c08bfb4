package dev.reclaim.connectors;

/** What every value of this package insists on; the message begins with the field's name. */
final class Must {

  private Must() {}

  static void beText(String field, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(field + ": is missing");
    }
  }

  static void bePresent(String field, Object value) {
    if (value == null) {
      throw new IllegalArgumentException(field + ": is missing");
    }
  }
}
