package dev.reclaim.audit.verify;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The leaf hashes that the signed root vouches for, as far as the served tiles still lead up to it.
 * Remembers one tile per level.
 */
final class SignedLeaves {

  private record Known(long index, Optional<byte[]> row) {}

  private final Merkle merkle = new Merkle();
  private final Tiles tiles;
  private final Hash root;
  private final Map<Integer, Known> known = new HashMap<>();
  private final boolean edgeFits;

  SignedLeaves(Tiles tiles, Hash root) {
    this.tiles = tiles;
    this.root = root;
    this.edgeFits = edgeFits();
  }

  /** The hashes of one bundle, if they are what was signed. */
  Optional<byte[]> of(long bundle) {
    return row(0, bundle);
  }

  private Optional<byte[]> row(int level, long index) {
    Known last = known.get(level);
    if (last == null || last.index() != index) {
      last = new Known(index, vouchedFor(level, index));
      known.put(level, last);
    }
    return last.row();
  }

  private Optional<byte[]> vouchedFor(int level, long index) {
    int width = TilePath.width(level, index, tiles.size());
    Optional<byte[]> row =
        tiles.hashes(level, index).filter(bytes -> bytes.length == width * Hash.BYTES);
    if (width < TilePath.WIDTH) {
      return row.filter(_ -> edgeFits);
    }
    Optional<byte[]> above = row(level + 1, index / TilePath.WIDTH);
    int place = (int) (index % TilePath.WIDTH);
    return row.filter(bytes -> above.filter(up -> top(bytes).isAt(up, place)).isPresent());
  }

  private Hash top(byte[] row) {
    Edge edge = new Edge(merkle, (_, _) -> {});
    addAll(edge, 0, row);
    return edge.root();
  }

  /** The partial tiles of all levels, the highest first, are the right edge of the tree. */
  private boolean edgeFits() {
    Edge edge = new Edge(merkle, (_, _) -> {});
    for (int level = 7; level >= 0; level--) {
      long index = (tiles.size() >>> (8 * level)) / TilePath.WIDTH;
      int width = TilePath.width(level, index, tiles.size());
      if (width > 0) {
        Optional<byte[]> row = tiles.hashes(level, index);
        if (row.isEmpty() || row.get().length != width * Hash.BYTES) {
          return false;
        }
        addAll(edge, 8 * level, row.get());
      }
    }
    return edge.root().equals(root);
  }

  private static void addAll(Edge edge, int height, byte[] row) {
    for (int place = 0; place < row.length / Hash.BYTES; place++) {
      edge.add(height, Hash.at(row, place));
    }
  }
}
