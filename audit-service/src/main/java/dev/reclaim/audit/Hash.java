package dev.reclaim.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** 32 bytes of SHA-256, and the hashes of RFC 6962, section 2.1. */
public final class Hash {

  public static final int BYTES = 32;

  /** The root of a log without entries. */
  public static final Hash OF_NOTHING = new Hash(sha256().digest());

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Hash ofLeaf(byte[] entry) {
    MessageDigest digest = sha256();
    digest.update(LEAF);
    digest.update(entry);
    return new Hash(digest.digest());
  }

  public static Hash ofNode(Hash left, Hash right) {
    MessageDigest digest = sha256();
    digest.update(NODE);
    digest.update(left.bytes);
    digest.update(right.bytes);
    return new Hash(digest.digest());
  }

  /** Plain SHA-256, as it names data that is kept beside the log. */
  public static Hash ofData(byte[] data) {
    return new Hash(sha256().digest(data));
  }

  /** Reads a hash back. */
  public static Hash of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("hash: has " + bytes.length + " bytes, not " + BYTES);
    }
    return new Hash(bytes.clone());
  }

  /** The hash at this place of a row of hashes. */
  public static Hash at(byte[] row, int place) {
    return new Hash(Arrays.copyOfRange(row, place * BYTES, (place + 1) * BYTES));
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** In lower-case hex. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
