package dev.reclaim.audit;

import java.util.ArrayList;
import java.util.List;

/** RFC 6962, section 2.1, word for word; slow, and easy to compare with the text. */
record NaiveTree(List<Hash> leaves) implements Tiles {

  static NaiveTree ofSize(int size) {
    List<Hash> leaves = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      leaves.add(Hash.ofLeaf(new byte[] {(byte) (i >> 8), (byte) i}));
    }
    return new NaiveTree(leaves);
  }

  NaiveTree first(int size) {
    return new NaiveTree(leaves.subList(0, size));
  }

  Hash root() {
    return mth(leaves);
  }

  List<Hash> path(int m) {
    return path(m, leaves);
  }

  List<Hash> proof(int m) {
    return subProof(m, leaves, true);
  }

  /** MTH(D[(n * 256 + i) * 256**l : (n * 256 + i + 1) * 256**l]) for each i. */
  @Override
  public byte[] hashes(Tile tile) {
    int span = 1 << (8 * tile.level());
    byte[] row = new byte[tile.width() * Hash.BYTES];
    for (int i = 0; i < tile.width(); i++) {
      int from = (int) (tile.first() + i) * span;
      byte[] hash = mth(leaves.subList(from, from + span)).bytes();
      System.arraycopy(hash, 0, row, i * Hash.BYTES, Hash.BYTES);
    }
    return row;
  }

  private static Hash mth(List<Hash> d) {
    int n = d.size();
    if (n < 2) {
      return n == 0 ? Hash.OF_NOTHING : d.getFirst();
    }
    int k = Integer.highestOneBit(n - 1);
    return Hash.ofNode(mth(d.subList(0, k)), mth(d.subList(k, n)));
  }

  private static List<Hash> path(int m, List<Hash> d) {
    int n = d.size();
    if (n == 1) {
      return List.of();
    }
    int k = Integer.highestOneBit(n - 1);
    return m < k
        ? plus(path(m, d.subList(0, k)), mth(d.subList(k, n)))
        : plus(path(m - k, d.subList(k, n)), mth(d.subList(0, k)));
  }

  private static List<Hash> subProof(int m, List<Hash> d, boolean b) {
    int n = d.size();
    if (m == n) {
      return b ? List.of() : List.of(mth(d));
    }
    int k = Integer.highestOneBit(n - 1);
    return m <= k
        ? plus(subProof(m, d.subList(0, k), b), mth(d.subList(k, n)))
        : plus(subProof(m - k, d.subList(k, n), false), mth(d.subList(0, k)));
  }

  private static List<Hash> plus(List<Hash> list, Hash last) {
    List<Hash> longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }
}
