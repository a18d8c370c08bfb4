package dev.reclaim.audit.verify;

import java.util.Arrays;
import java.util.Optional;

/**
 * The files of a log of a certain size. A partial tile that is served no more, since it has become
 * a full one, is cut from the full one, as tlog-tiles allows.
 */
record Tiles(Source source, long size) {

  /** The bundles that a log of this size has. */
  long bundles() {
    return Math.ceilDiv(size, TilePath.WIDTH);
  }

  Optional<Bundle> bundle(long index) {
    int width = TilePath.width(0, index, size);
    Optional<Bundle> bundle = source.read(TilePath.entries(index, width)).map(Bundle::read);
    if (bundle.isPresent() || width == TilePath.WIDTH) {
      return bundle;
    }
    return source
        .read(TilePath.entries(index, TilePath.WIDTH))
        .map(Bundle::read)
        .map(full -> full.cutTo(width));
  }

  /** The hashes side by side, as they are served; possibly too few or too many. */
  Optional<byte[]> hashes(int level, long index) {
    int width = TilePath.width(level, index, size);
    Optional<byte[]> tile = source.read(TilePath.hashes(level, index, width));
    if (tile.isPresent() || width == TilePath.WIDTH) {
      return tile;
    }
    return source
        .read(TilePath.hashes(level, index, TilePath.WIDTH))
        .filter(full -> full.length >= width * Hash.BYTES)
        .map(full -> Arrays.copyOf(full, width * Hash.BYTES));
  }
}
