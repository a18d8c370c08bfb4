package dev.reclaim.audit;

/** Reads hashes back. */
@FunctionalInterface
public interface Tiles {

  /**
   * The hashes of a tile side by side.
   *
   * @param tile one that the log has
   */
  byte[] hashes(Tile tile);
}
