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
    if (reason == null || reason.isBlank()) {
      throw Problems.badField("reason", "is missing");
    }
    if (reason.length() > LONGEST) {
      throw Problems.badField("reason", "is longer than " + LONGEST + " characters");
    }
    return reason.strip();
  }
}
