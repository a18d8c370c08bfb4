package dev.reclaim.usage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One line of a body, not yet read as text: bytes that are not UTF-8 must not spoil the others. */
public final class TextLine {

  private final int number;
  private final byte[] bytes;

  private TextLine(int number, byte[] bytes) {
    this.number = number;
    this.bytes = bytes;
  }

  /** All lines, blank ones too, without line ends and without a byte order mark. */
  public static List<TextLine> of(byte[] body) {
    List<TextLine> lines = new ArrayList<>();
    int start = hasMark(body) ? 3 : 0;
    for (int i = start; i < body.length; i++) {
      if (body[i] == '\n') {
        lines.add(line(lines.size() + 1, body, start, i));
        start = i + 1;
      }
    }
    if (start < body.length) {
      lines.add(line(lines.size() + 1, body, start, body.length));
    }
    return lines;
  }

  private static TextLine line(int number, byte[] body, int from, int to) {
    int end = to > from && body[to - 1] == '\r' ? to - 1 : to;
    return new TextLine(number, Arrays.copyOfRange(body, from, end));
  }

  private static boolean hasMark(byte[] body) {
    return body.length >= 3
        && body[0] == (byte) 0xef
        && body[1] == (byte) 0xbb
        && body[2] == (byte) 0xbf;
  }

  /** Its place in the body, from 1. */
  public int number() {
    return number;
  }

  public boolean isBlank() {
    for (byte one : bytes) {
      if (one != ' ' && one != '\t' && one != '\r') {
        return false;
      }
    }
    return true;
  }

  /** Whether its first visible character is this one, of ASCII. */
  public boolean startsWith(char wanted) {
    for (byte one : bytes) {
      if (one != ' ' && one != '\t') {
        return one == wanted;
      }
    }
    return false;
  }

  /**
   * The line as text.
   *
   * @throws IllegalArgumentException if it is not UTF-8
   */
  public String text() {
    return Utf8.strictly("encoding", bytes);
  }
}
