package dev.reclaim.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * A Merkle tree while it grows. It remembers its right edge only: the root of each complete
 * subtree, the largest first, one for every bit of the size. An append touches as many hashes as
 * the size has trailing ones.
 */
public final class GrowingTree {

  /**
   * A tile whose 256 hashes are complete, and will never change again.
   *
   * @param root of the subtree that the tile spans; a hash of the tile above
   */
  public record FullTile(int level, long index, Hash root) {}

  private final List<Hash> edge;
  private final List<FullTile> completed = new ArrayList<>();
  private long size;

  /**
   * @param edge as {@link #edge()} gave it at that size
   */
  public GrowingTree(long size, List<Hash> edge) {
    if (edge.size() != Long.bitCount(size)) {
      throw new IllegalArgumentException(
          "edge: " + edge.size() + " hashes do not fit a tree of " + size);
    }
    this.size = size;
    this.edge = new ArrayList<>(edge);
  }

  public static GrowingTree empty() {
    return new GrowingTree(0, List.of());
  }

  public void append(Hash leaf) {
    Hash subtree = leaf;
    long position = size++;
    for (int height = 0; (position >> height & 1) == 1; height++) {
      subtree = Hash.ofNode(edge.removeLast(), subtree);
      completeTile(height + 1, subtree);
    }
    edge.add(subtree);
  }

  private void completeTile(int height, Hash root) {
    if (height % Tile.HEIGHT == 0) {
      long index = (size >> height) - 1;
      completed.add(new FullTile(height / Tile.HEIGHT - 1, index, root));
    }
  }

  public long size() {
    return size;
  }

  public Hash root() {
    if (edge.isEmpty()) {
      return Hash.OF_NOTHING;
    }
    Hash root = edge.getLast();
    for (int i = edge.size() - 2; i >= 0; i--) {
      root = Hash.ofNode(edge.get(i), root);
    }
    return root;
  }

  public List<Hash> edge() {
    return List.copyOf(edge);
  }

  /** Tiles that became full since this object was made, lower levels before the ones above. */
  public List<FullTile> completed() {
    return List.copyOf(completed);
  }
}
