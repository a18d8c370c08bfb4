package dev.reclaim.audit.verify;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of RFC 6962, section 2.1. Not for use by several threads at once. */
final class Merkle {

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final MessageDigest digest = sha256();

  Hash leaf(ByteBuffer entry) {
    digest.update(LEAF);
    digest.update(entry.duplicate());
    return Hash.of(digest.digest());
  }

  Hash node(Hash left, Hash right) {
    digest.update(NODE);
    digest.update(left.bytes());
    digest.update(right.bytes());
    return Hash.of(digest.digest());
  }

  /** The root of a log without entries. */
  Hash empty() {
    return Hash.of(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
