package dev.reclaim.sandbox.directory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.UUID;

/** The sixteen stored bytes of an objectGUID; its first three fields have the low byte first. */
final class Guids {

  private Guids() {}

  static byte[] stored(UUID guid) {
    long most = guid.getMostSignificantBits();
    return ByteBuffer.allocate(16)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt((int) (most >>> 32))
        .putShort((short) (most >>> 16))
        .putShort((short) most)
        .order(ByteOrder.BIG_ENDIAN)
        .putLong(guid.getLeastSignificantBits())
        .array();
  }

  /** Reads what stands in {@code <GUID=...>}: 32 digits of the bytes as stored, or with hyphens. */
  static byte[] parse(String text) {
    return text.contains("-") ? stored(UUID.fromString(text)) : HexFormat.of().parseHex(text);
  }
}
