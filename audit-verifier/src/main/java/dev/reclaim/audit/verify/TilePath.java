package dev.reclaim.audit.verify;

/** Where C2SP tlog-tiles keeps what, below the log's prefix. */
final class TilePath {

  /** Hashes in a full tile, and entries in a full bundle. */
  static final int WIDTH = 256;

  static final String CHECKPOINT = "checkpoint";
  static final String KEY = "checkpoint.vkey";

  private TilePath() {}

  static String entries(long index, int width) {
    return "tile/entries/" + spelled(index, width);
  }

  static String hashes(int level, long index, int width) {
    return "tile/" + level + "/" + spelled(index, width);
  }

  /** Data that is too large for an entry is kept beside the log, under its SHA-256. */
  static String data(String sha256) {
    return "data/" + sha256;
  }

  /** How many hashes tile {@code index} of {@code level} has in a log of that size; 0 if none. */
  static int width(int level, long index, long size) {
    long hashes = size >>> (8 * level);
    return Math.clamp(hashes - index * WIDTH, 0, WIDTH);
  }

  private static String spelled(long index, int width) {
    StringBuilder path = new StringBuilder("%03d".formatted(index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      path.insert(0, "x%03d/".formatted(rest % 1000));
    }
    return width == WIDTH ? path.toString() : path + ".p/" + width;
  }
}
