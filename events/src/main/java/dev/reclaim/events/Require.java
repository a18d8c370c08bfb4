package dev.reclaim.events;

/** What every event insists on; the message always begins with the field's name. */
final class Require {

  private Require() {}

  static void present(String field, Object value) {
    if (value == null) {
      throw new IllegalArgumentException(field + ": is missing");
    }
  }

  static void between(String field, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          field + ": " + value + " is not between " + least + " and " + most);
    }
  }
}
