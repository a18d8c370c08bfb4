package dev.reclaim.audit.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * What the log has signed: so many entries, with this root.
 *
 * @param note as it was served
 * @param signedAt when, by a timestamped signature (C2SP tlog-cosignature); empty when nobody has
 *     checked the signatures
 */
record Checkpoint(String note, String origin, long size, Hash root, Optional<Instant> signedAt) {

  private static final int TIME_BYTES = 8;

  /**
   * Parses a checkpoint and checks every signature that the key has made.
   *
   * @throws NotSigned when the key has not signed it, both plainly and with a time
   * @throws IllegalArgumentException when it is malformed
   */
  static Checkpoint open(byte[] bytes, LogKey key) {
    SignedNote note = SignedNote.parse(bytes);
    if (!signedPlainly(note, key)) {
      throw new NotSigned(
          "The checkpoint is not signed by the key %s (%s) that this log was known by."
              .formatted(key.name(), key.id(LogKey.Kind.PLAIN)));
    }
    Checkpoint unsigned = read(bytes);
    Optional<Instant> signedAt = time(note, key);
    if (signedAt.isEmpty()) {
      throw new NotSigned("The checkpoint does not say any more when it was signed.");
    }
    return new Checkpoint(unsigned.note, unsigned.origin, unsigned.size, unsigned.root, signedAt);
  }

  /** What it says, whoever signed it. */
  static Checkpoint read(byte[] bytes) {
    SignedNote note = SignedNote.parse(bytes);
    String[] lines = note.text().split("\n", -1);
    if (lines.length < 4 || lines[0].isEmpty() || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
      throw new IllegalArgumentException("checkpoint: is malformed");
    }
    return new Checkpoint(
        new String(bytes, StandardCharsets.UTF_8),
        lines[0],
        Long.parseLong(lines[1]),
        Hash.of(Base64.getDecoder().decode(lines[2])),
        Optional.empty());
  }

  private static boolean signedPlainly(SignedNote note, LogKey key) {
    byte[] text = note.text().getBytes(StandardCharsets.UTF_8);
    boolean signed = false;
    for (SignedNote.Line line : note.signatures()) {
      if (isBy(key, LogKey.Kind.PLAIN, line)) {
        if (!key.verifies(text, line.signature())) {
          throw new NotSigned("The checkpoint was changed after it was signed.");
        }
        signed = true;
      }
    }
    return signed;
  }

  private static Optional<Instant> time(SignedNote note, LogKey key) {
    Optional<Instant> time = Optional.empty();
    for (SignedNote.Line line : note.signatures()) {
      if (isBy(key, LogKey.Kind.TIMESTAMPED, line)) {
        time = Optional.of(timestamped(note, key, line.signature()));
      }
    }
    return time;
  }

  private static Instant timestamped(SignedNote note, LogKey key, byte[] signature) {
    if (signature.length < TIME_BYTES) {
      throw new NotSigned("The timestamp of the checkpoint is cut off.");
    }
    long seconds = ByteBuffer.wrap(signature).getLong();
    String text = "cosignature/v1\ntime " + seconds + "\n" + note.text();
    byte[] rest = Arrays.copyOfRange(signature, TIME_BYTES, signature.length);
    if (!key.verifies(text.getBytes(StandardCharsets.UTF_8), rest)) {
      throw new NotSigned("The timestamp of the checkpoint was changed after it was signed.");
    }
    return Instant.ofEpochSecond(seconds);
  }

  private static boolean isBy(LogKey key, LogKey.Kind kind, SignedNote.Line line) {
    return line.keyName().equals(key.name()) && line.keyId().equals(key.id(kind));
  }

  /** The signature is missing, or does not fit. */
  static final class NotSigned extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotSigned(String sentence) {
      super(sentence);
    }
  }
}
