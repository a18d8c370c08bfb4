package dev.reclaim.audit.verify;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Checks that an entry is in a log, by RFC 9162, section 2.1.3.2. */
final class Inclusion {

  private Inclusion() {}

  /**
   * The root that the proof leads to.
   *
   * @return empty when the proof has not the length that position and size demand
   */
  static Optional<Hash> root(Merkle merkle, Hash leaf, long position, long size, List<Hash> proof) {
    if (position < 0 || position >= size) {
      return Optional.empty();
    }
    Iterator<Hash> steps = proof.iterator();
    long node = position;
    long last = size - 1;
    Hash hash = leaf;
    while (last > 0) {
      boolean isRight = (node & 1) == 1;
      if (isRight || node < last) {
        if (!steps.hasNext()) {
          return Optional.empty();
        }
        Hash sibling = steps.next();
        hash = isRight ? merkle.node(sibling, hash) : merkle.node(hash, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return steps.hasNext() ? Optional.empty() : Optional.of(hash);
  }
}
