package dev.reclaim.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Proofs by RFC 6962, sections 2.1.1 and 2.1.2, for a log of one size. Every complete subtree is
 * read from one tile; each tile is read once.
 */
public final class Proofs {

  private final Tiles tiles;
  private final long size;
  private final Map<Tile, byte[]> read = new HashMap<>();

  public Proofs(Tiles tiles, long size) {
    this.tiles = tiles;
    this.size = size;
  }

  /** The hashes that lead from the entry at this position up to the root. */
  public List<Hash> inclusion(long position) {
    if (position < 0 || position >= size) {
      throw new IllegalArgumentException("position: " + position + " is not in the log");
    }
    List<Hash> proof = new ArrayList<>();
    path(position, 0, size, proof);
    return proof;
  }

  /** The hashes that show that the log of the earlier size is the beginning of this one. */
  public List<Hash> consistency(long earlier) {
    if (earlier < 0 || earlier > size) {
      throw new IllegalArgumentException("size: " + earlier + " is larger than the log");
    }
    List<Hash> proof = new ArrayList<>();
    if (earlier > 0 && earlier < size) {
      subProof(earlier, 0, size, true, proof);
    }
    return proof;
  }

  private void path(long position, long from, long to, List<Hash> proof) {
    if (to - from == 1) {
      return;
    }
    long split = from + Long.highestOneBit(to - from - 1);
    if (position < split) {
      path(position, from, split, proof);
      proof.add(hash(split, to));
    } else {
      path(position, split, to, proof);
      proof.add(hash(from, split));
    }
  }

  /** SUBPROOF(m, D[from:to], known), with m as a position of the whole log. */
  private void subProof(long m, long from, long to, boolean known, List<Hash> proof) {
    if (m == to) {
      if (!known) {
        proof.add(hash(from, to));
      }
      return;
    }
    long split = from + Long.highestOneBit(to - from - 1);
    if (m <= split) {
      subProof(m, from, split, known, proof);
      proof.add(hash(split, to));
    } else {
      subProof(m, split, to, false, proof);
      proof.add(hash(from, split));
    }
  }

  /** The Merkle tree hash of D[from:to], where {@code from} is where RFC 6962 would split. */
  private Hash hash(long from, long to) {
    long length = to - from;
    if (Long.bitCount(length) == 1) {
      return subtree(Long.numberOfTrailingZeros(length), from / length);
    }
    long split = from + Long.highestOneBit(length);
    return Hash.ofNode(hash(from, split), hash(split, to));
  }

  /** The root of the n-th complete subtree of this height. */
  private Hash subtree(int height, long n) {
    int level = height / Tile.HEIGHT;
    int within = height % Tile.HEIGHT;
    int count = 1 << within;
    long first = n << within;
    byte[] row = row(level, first / Tile.WIDTH);
    List<Hash> hashes = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      hashes.add(Hash.at(row, (int) (first % Tile.WIDTH) + i));
    }
    while (hashes.size() > 1) {
      hashes = joined(hashes);
    }
    return hashes.getFirst();
  }

  private static List<Hash> joined(List<Hash> hashes) {
    List<Hash> above = new ArrayList<>(hashes.size() / 2);
    for (int i = 0; i < hashes.size(); i += 2) {
      above.add(Hash.ofNode(hashes.get(i), hashes.get(i + 1)));
    }
    return above;
  }

  private byte[] row(int level, long index) {
    long hashes = size >>> (Tile.HEIGHT * level);
    int width = Math.clamp(hashes - index * Tile.WIDTH, 1, Tile.WIDTH);
    return read.computeIfAbsent(new Tile(level, index, width), tiles::hashes);
  }
}
