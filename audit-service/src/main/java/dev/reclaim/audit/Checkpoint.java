package dev.reclaim.audit;

import java.util.Base64;

/**
 * So many entries, with this root: the text that is signed, by C2SP tlog-checkpoint.
 *
 * @param origin which log this is
 */
public record Checkpoint(String origin, long size, Hash root) {

  public Checkpoint {
    if (origin.isBlank() || origin.chars().anyMatch(c -> c <= ' ' || c == '+')) {
      throw new IllegalArgumentException(
          "reclaim.audit.origin: '" + origin + "' must be a name without spaces and plus signs");
    }
  }

  public String text() {
    return origin + "\n" + size + "\n" + root.base64() + "\n";
  }

  /**
   * Reads back what {@link #text} wrote, from the start of a signed note.
   *
   * @throws IllegalArgumentException when it is anything else
   */
  public static Checkpoint read(String note) {
    String[] lines = note.split("\n", 4);
    if (lines.length < 4 || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
      throw new IllegalArgumentException("checkpoint: is malformed");
    }
    byte[] root = Base64.getDecoder().decode(lines[2]);
    return new Checkpoint(lines[0], Long.parseLong(lines[1]), Hash.of(root));
  }
}
