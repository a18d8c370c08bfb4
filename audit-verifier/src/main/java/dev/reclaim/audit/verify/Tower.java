package dev.reclaim.audit.verify;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rebuilds the hash tiles of all levels from the entries, and compares each with the one that is
 * served. Holds one tile per level.
 */
final class Tower {

  /** One tile that does not say what the entries say. */
  record Rewritten(int level, long index) {

    String sentence() {
      return "Hash tile %d of level %d does not say what the entries say.".formatted(index, level);
    }
  }

  private static final int MOST_NAMED = 1000;

  private final Tiles tiles;
  private final Ahead<Optional<byte[]>> lowest;
  private final List<ByteBuffer> rows = new ArrayList<>();
  private final List<Long> indexes = new ArrayList<>();
  private final Set<Rewritten> rewritten = new LinkedHashSet<>();

  /**
   * @param lowest reads the tiles of level 0 in order, ahead of time
   */
  Tower(Tiles tiles, Ahead<Optional<byte[]>> lowest) {
    this.tiles = tiles;
    this.lowest = lowest;
  }

  /** Takes a hash that became complete; only every eighth height is kept in tiles. */
  void complete(int height, Hash hash) {
    if (height % 8 != 0) {
      return;
    }
    int level = height / 8;
    if (level == rows.size()) {
      rows.add(ByteBuffer.allocate(TilePath.WIDTH * Hash.BYTES));
      indexes.add(0L);
    }
    ByteBuffer row = rows.get(level);
    hash.writeTo(row);
    if (!row.hasRemaining()) {
      compare(level);
      row.clear();
      indexes.set(level, indexes.get(level) + 1);
    }
  }

  /** Compares the partial tiles, and says which tiles do not fit. */
  Set<Rewritten> finish() {
    for (int level = 0; level < rows.size(); level++) {
      if (rows.get(level).position() > 0) {
        compare(level);
      }
    }
    return rewritten;
  }

  private void compare(int level) {
    long index = indexes.get(level);
    ByteBuffer built = rows.get(level).duplicate().flip();
    boolean same =
        served(level, index).filter(row -> ByteBuffer.wrap(row).equals(built)).isPresent();
    if (!same && rewritten.size() < MOST_NAMED) {
      rewritten.add(new Rewritten(level, index));
    }
  }

  private Optional<byte[]> served(int level, long index) {
    if (TilePath.width(level, index, tiles.size()) == 0) {
      return Optional.empty();
    }
    return level == 0 ? lowest.next() : tiles.hashes(level, index);
  }
}
