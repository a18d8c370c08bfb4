package dev.reclaim.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Signs checkpoints with the log's Ed25519 key, as C2SP signed-note. Each gets two signatures: the
 * plain one that every tool for checkpoints understands, and a timestamped one (C2SP
 * tlog-cosignature) that says when.
 */
public final class LogSigner {

  private static final byte PLAIN = 1;
  private static final byte TIMESTAMPED = 4;
  private static final int KEY_BYTES = 32;

  private final String origin;
  private final KeyPair keys;
  private final byte[] publicKey;

  /**
   * @param keys of Ed25519
   */
  public LogSigner(String origin, KeyPair keys) {
    this.origin = origin;
    this.keys = keys;
    byte[] encoded = keys.getPublic().getEncoded(); // RFC 8410: the raw key is the end of it.
    this.publicKey = Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
  }

  public String origin() {
    return origin;
  }

  /** The public key as verifiers want it: {@code name+id+base64(0x01 || key)}. */
  public String verifierKey() {
    return "%s+%s+%s"
        .formatted(
            origin,
            HexFormat.of().formatHex(keyId(PLAIN)),
            Base64.getEncoder().encodeToString(joined(new byte[] {PLAIN}, publicKey)));
  }

  /** The signed note. */
  public String sign(Checkpoint checkpoint, Instant now) {
    String text = checkpoint.text();
    String timed = "cosignature/v1\ntime " + now.getEpochSecond() + "\n" + text;
    return text
        + "\n"
        + line(PLAIN, signature(text))
        + line(TIMESTAMPED, joined(bigEndian(now.getEpochSecond()), signature(timed)));
  }

  /** Whether this key has signed the note, and nobody has changed it since. */
  public boolean hasSigned(String note) {
    int end = note.lastIndexOf("\n\n");
    if (end < 0) {
      return false;
    }
    String text = note.substring(0, end + 1);
    return note.startsWith(line(PLAIN, signature(text)), end + 2);
  }

  private String line(byte kind, byte[] signature) {
    String base64 = Base64.getEncoder().encodeToString(joined(keyId(kind), signature));
    return "\u2014 " + origin + " " + base64 + "\n";
  }

  private byte[] keyId(byte kind) {
    byte[] name = (origin + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(name);
      digest.update(kind);
      digest.update(publicKey);
      return Arrays.copyOf(digest.digest(), 4);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Ed25519 gives the same signature for the same text every time. */
  private byte[] signature(String text) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initSign(keys.getPrivate());
      ed25519.update(text.getBytes(StandardCharsets.UTF_8));
      return ed25519.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the log's key cannot sign", e);
    }
  }

  private static byte[] bigEndian(long number) {
    byte[] bytes = new byte[Long.BYTES];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (number >>> (8 * (bytes.length - 1 - i)));
    }
    return bytes;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
