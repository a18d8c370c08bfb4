package dev.reclaim.usage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text that must be UTF-8; nothing is replaced silently. */
public final class Utf8 {

  private Utf8() {}

  /**
   * Reads text.
   *
   * @param what the field that a refusal names
   * @throws IllegalArgumentException if a byte is not UTF-8
   */
  public static String strictly(String what, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int wrong = Arrays.mismatch(bytes, text.getBytes(StandardCharsets.UTF_8));
    if (wrong >= 0) {
      throw new IllegalArgumentException(
          "%s: is not UTF-8, from byte %d on".formatted(what, wrong + 1));
    }
    return text;
  }

  /**
   * Refuses what is UTF-16 or UTF-32: it would be read as one long broken line otherwise.
   *
   * @throws IllegalArgumentException if it is
   */
  public static void refuseWideCharacters(String what, byte[] bytes) {
    if (bytes.length < 2) {
      return;
    }
    int start = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
    if (start == 0xfeff || start == 0xfffe || bytes[0] == 0 || bytes[1] == 0) {
      throw new IllegalArgumentException(what + ": is UTF-16 or UTF-32; save and send it as UTF-8");
    }
  }
}
