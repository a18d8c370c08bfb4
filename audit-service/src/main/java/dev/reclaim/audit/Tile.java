package dev.reclaim.audit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one tile of hashes, or one bundle of entries, as C2SP tlog-tiles does.
 *
 * @param level 0 is the level of leaves, and of bundles
 * @param width how many it holds, at most {@link #WIDTH}
 */
public record Tile(int level, long index, int width) {

  /** Levels of the tree that one tile spans. */
  public static final int HEIGHT = 8;

  public static final int WIDTH = 1 << HEIGHT;

  private static final int HIGHEST_LEVEL = 63;
  private static final Pattern PATH =
      Pattern.compile("((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  public Tile {
    if (level < 0 || level > HIGHEST_LEVEL) {
      throw new IllegalArgumentException("level: " + level + " is not between 0 and 63");
    }
    if (index < 0) {
      throw new IllegalArgumentException("index: " + index + " is negative");
    }
    if (width < 1 || width > WIDTH) {
      throw new IllegalArgumentException("width: " + width + " is not between 1 and 256");
    }
  }

  /**
   * Reads {@code x001/x234/067} or {@code x001/x234/067.p/8}.
   *
   * @throws IllegalArgumentException when it is spelled in any other way
   */
  public static Tile parse(int level, String path) {
    Matcher spelled = PATH.matcher(path);
    if (!spelled.matches() || path.startsWith("x000/")) {
      throw new IllegalArgumentException(
          "index: '" + path + "' is not spelled like x001/x234/067 or x001/x234/067.p/8");
    }
    long index = Long.parseLong(spelled.group(1).replaceAll("[x/]", ""));
    String partial = spelled.group(2);
    int width = partial == null ? WIDTH : Integer.parseInt(partial);
    if (partial != null && width >= WIDTH) {
      throw new IllegalArgumentException("width: " + width + " is not between 1 and 255");
    }
    return new Tile(level, index, width);
  }

  /** Whether a log of this size has it. */
  public boolean isIn(long size) {
    int shift = HEIGHT * level;
    long hashes = shift >= Long.SIZE ? 0 : size >>> shift;
    return index <= hashes / WIDTH && index * WIDTH + width <= hashes;
  }

  public boolean full() {
    return width == WIDTH;
  }

  /** The position of its first hash within its level. */
  public long first() {
    return index * WIDTH;
  }
}
