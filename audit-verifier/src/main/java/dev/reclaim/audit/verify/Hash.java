package dev.reclaim.audit.verify;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** 32 bytes of SHA-256. */
final class Hash {

  static final int BYTES = 32;

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * @throws IllegalArgumentException when these are not 32 bytes
   */
  static Hash of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("hash: has " + bytes.length + " bytes, not " + BYTES);
    }
    return new Hash(bytes);
  }

  /** The hash at this place of a row of hashes. */
  static Hash at(byte[] row, int place) {
    return new Hash(Arrays.copyOfRange(row, place * BYTES, (place + 1) * BYTES));
  }

  /** Whether the row has exactly this hash at that place. */
  boolean isAt(byte[] row, int place) {
    int from = place * BYTES;
    return row.length >= from + BYTES && Arrays.equals(bytes, 0, BYTES, row, from, from + BYTES);
  }

  byte[] bytes() {
    return bytes.clone();
  }

  void writeTo(ByteBuffer row) {
    row.put(bytes);
  }

  String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return ByteBuffer.wrap(bytes).getInt();
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
