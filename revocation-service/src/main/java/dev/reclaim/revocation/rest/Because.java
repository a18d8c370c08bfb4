package dev.reclaim.revocation.rest;

import dev.reclaim.http.Problems;

/** What a person must say who does something out of the ordinary. */
public record Because(String reason) {

  private static final int LONGEST = 500;

  /** The reason, or a refusal that names the field. */
  static String reasonOf(Because body) {
    return body == null ? check(null) : check(body.reason());
  }

  static String check(String reason) {
    return check("reason", reason);
  }

  /** A text that a person must give, under its name. */
  static String check(String field, String text) {
    if (text == null || text.isBlank()) {
      throw Problems.badField(field, "is missing");
    }
    if (text.length() > LONGEST) {
      throw Problems.badField(field, "is longer than " + LONGEST + " characters");
    }
    return text.strip();
  }
}
