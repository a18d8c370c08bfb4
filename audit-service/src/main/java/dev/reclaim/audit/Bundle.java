package dev.reclaim.audit;

import java.util.List;

/** Entries one after the other, each behind its length in two bytes, big-endian (tlog-tiles). */
public final class Bundle {

  private static final int LENGTH_BYTES = 2;

  private Bundle() {}

  public static byte[] of(List<byte[]> entries) {
    byte[] bundle = new byte[entries.stream().mapToInt(e -> LENGTH_BYTES + e.length).sum()];
    int at = 0;
    for (byte[] entry : entries) {
      if (entry.length > Entry.MOST_BYTES) {
        throw new IllegalArgumentException("entry: has " + entry.length + " bytes");
      }
      bundle[at] = (byte) (entry.length >>> Byte.SIZE);
      bundle[at + 1] = (byte) entry.length;
      System.arraycopy(entry, 0, bundle, at + LENGTH_BYTES, entry.length);
      at += LENGTH_BYTES + entry.length;
    }
    return bundle;
  }
}
