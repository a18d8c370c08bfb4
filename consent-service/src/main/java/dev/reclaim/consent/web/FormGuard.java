package dev.reclaim.consent.web;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Double submit: the form carries what the cookie holds, which another site cannot know. */
final class FormGuard {

  static final String COOKIE = "reclaim-form";

  private static final SecureRandom RANDOM = new SecureRandom();

  private FormGuard() {}

  static String fresh() {
    byte[] value = new byte[16];
    RANDOM.nextBytes(value);
    return HexFormat.of().formatHex(value);
  }

  static NewCookie cookie(String value, UriInfo uri) {
    return new NewCookie.Builder(COOKIE)
        .value(value)
        .path("/prompts")
        .httpOnly(true)
        .secure("https".equals(uri.getBaseUri().getScheme()))
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }

  static boolean fits(String cookie, String field) {
    return cookie != null
        && field != null
        && cookie.length() == 32
        && MessageDigest.isEqual(
            cookie.getBytes(StandardCharsets.UTF_8), field.getBytes(StandardCharsets.UTF_8));
  }
}
