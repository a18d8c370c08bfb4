package dev.reclaim.audit.verify;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public key of a log, spelled {@code name+id+base64(0x01 || Ed25519 key)} as signed-note tools
 * do.
 */
final class LogKey {

  /** Signature types of C2SP signed-note. */
  enum Kind {
    PLAIN(1),
    TIMESTAMPED(4);

    private final byte code;

    Kind(int code) {
      this.code = (byte) code;
    }
  }

  private static final int KEY_BYTES = 32;

  private final String name;
  private final byte[] raw;
  private final PublicKey key;

  private LogKey(String name, byte[] raw) {
    this.name = name;
    this.raw = raw;
    this.key = ed25519(raw);
  }

  /**
   * @throws IllegalArgumentException when this is not a key
   */
  static LogKey parse(String spelled) {
    String[] parts = spelled.strip().split("\\+", 3);
    if (parts.length != 3 || parts[0].isBlank()) {
      throw new IllegalArgumentException("key: is not spelled name+id+base64");
    }
    byte[] typed = Base64.getDecoder().decode(parts[2]);
    if (typed.length != 1 + KEY_BYTES || typed[0] != Kind.PLAIN.code) {
      throw new IllegalArgumentException("key: is not an Ed25519 key");
    }
    LogKey key = new LogKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
    if (!key.id(Kind.PLAIN).equals(parts[1])) {
      throw new IllegalArgumentException("key: its id " + parts[1] + " does not fit");
    }
    return key;
  }

  String name() {
    return name;
  }

  /** The first four bytes of the hash of name, kind and key, in hex. */
  String id(Kind kind) {
    MessageDigest digest = Merkle.sha256();
    digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
    digest.update(kind.code);
    digest.update(raw);
    return HexFormat.of().formatHex(digest.digest(), 0, 4);
  }

  boolean verifies(byte[] message, byte[] signature) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initVerify(key);
      ed25519.update(message);
      return ed25519.verify(signature);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  @Override
  public String toString() {
    byte[] typed = ByteBuffer.allocate(1 + KEY_BYTES).put(Kind.PLAIN.code).put(raw).array();
    return name + "+" + id(Kind.PLAIN) + "+" + Base64.getEncoder().encodeToString(typed);
  }

  /** RFC 8032: little-endian y, and the sign of x in the highest bit. */
  private static PublicKey ed25519(byte[] raw) {
    byte[] bigEndian = new byte[KEY_BYTES];
    for (int i = 0; i < KEY_BYTES; i++) {
      bigEndian[i] = raw[KEY_BYTES - 1 - i];
    }
    boolean xIsOdd = (bigEndian[0] & 0x80) != 0;
    bigEndian[0] &= 0x7f;
    EdECPoint point = new EdECPoint(xIsOdd, new BigInteger(1, bigEndian));
    try {
      return KeyFactory.getInstance("Ed25519")
          .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("key: is not a point of the curve", e);
    }
  }
}
