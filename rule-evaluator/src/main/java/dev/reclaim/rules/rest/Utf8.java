package dev.reclaim.rules.rest;

import dev.reclaim.rules.BadPolicy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Bodies are UTF-8; anything else is refused instead of guessed. */
final class Utf8 {

  private Utf8() {}

  static String text(byte[] body) {
    if (body == null || body.length == 0) {
      throw new BadPolicy("body", "is empty");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new BadPolicy("body", "is not UTF-8");
    }
  }
}
