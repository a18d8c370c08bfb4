package dev.reclaim.audit.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * C2SP signed-note: a text, an empty line, and signatures.
 *
 * @param text what was signed, with its final newline
 */
record SignedNote(String text, List<Line> signatures) {

  /**
   * One signature.
   *
   * @param keyId four bytes in hex
   * @param base64 what follows the key id
   */
  record Line(String keyName, String keyId, String base64) {

    byte[] signature() {
      return Base64.getDecoder().decode(base64);
    }
  }

  private static final String MARK = "\u2014 ";
  private static final int LONGEST = 1 << 20;

  /**
   * @throws IllegalArgumentException when this is not a signed note
   */
  static SignedNote parse(byte[] bytes) {
    String note = new String(bytes, StandardCharsets.UTF_8);
    if (bytes.length > LONGEST || !Arrays.equals(bytes, note.getBytes(StandardCharsets.UTF_8))) {
      throw new IllegalArgumentException("note: is not UTF-8 text of at most 1 MiB");
    }
    if (note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      throw new IllegalArgumentException("note: has control characters");
    }
    int split = note.lastIndexOf("\n\n");
    if (split < 0 || !note.endsWith("\n")) {
      throw new IllegalArgumentException("note: has no signatures");
    }
    List<Line> lines = new ArrayList<>();
    for (String line : note.substring(split + 2, note.length() - 1).split("\n", -1)) {
      lines.add(line(line));
    }
    return new SignedNote(note.substring(0, split + 1), List.copyOf(lines));
  }

  private static Line line(String line) {
    String[] parts = line.startsWith(MARK) ? line.substring(MARK.length()).split(" ", -1) : null;
    if (parts == null || parts.length != 2 || parts[0].isEmpty()) {
      throw new IllegalArgumentException("note: a signature line is malformed");
    }
    byte[] bytes = Base64.getDecoder().decode(parts[1]);
    if (!Base64.getEncoder().encodeToString(bytes).equals(parts[1])) {
      throw new IllegalArgumentException("note: a signature is not canonical base64");
    }
    if (bytes.length <= 4) {
      throw new IllegalArgumentException("note: a signature is too short");
    }
    return new Line(
        parts[0],
        HexFormat.of().formatHex(bytes, 0, 4),
        Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, 4, bytes.length)));
  }
}
