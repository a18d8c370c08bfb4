package dev.reclaim.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** How ids are checked and derived. */
final class Ids {

  private static final int LONGEST = 200;
  private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  private Ids() {}

  static void requireText(String what, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(what + ": is missing");
    }
    if (value.length() > LONGEST) {
      throw new IllegalArgumentException(what + ": longer than " + LONGEST + " characters");
    }
  }

  /** Sentences that people read; how many a rule needs, it needs. */
  static void requireSentences(String what, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(what + ": is missing");
    }
  }

  static void requireSlug(String what, String value) {
    requireText(what, value);
    if (!SLUG.matcher(value).matches()) {
      throw new IllegalArgumentException(
          what + ": '" + value + "' must be lower-case letters, digits and hyphens, 63 at most");
    }
  }

  /**
   * 128 bits of SHA-256 over the length-prefixed parts, in hex, behind a prefix that people can
   * tell apart.
   */
  static String derive(String prefix, String... parts) {
    MessageDigest sha256 = sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      sha256.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      sha256.update(bytes);
    }
    return prefix + "-" + HexFormat.of().formatHex(sha256.digest(), 0, 16);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
