package dev.reclaim.sandbox.vendor;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** HTTP Basic (RFC 7617). */
final class Basic {

  private Basic() {}

  /** The header of a user with that password. */
  static String of(String user, String password) {
    String pair = user + ":" + password;
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
