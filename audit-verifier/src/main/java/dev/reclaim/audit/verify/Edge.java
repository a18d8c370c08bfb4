package dev.reclaim.audit.verify;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The right edge of a growing tree: one hash for each complete subtree, the largest first. It never
 * holds more than 64 hashes, however long the log is.
 */
final class Edge {

  /** Hears of every subtree that became complete, leaves (height 0) included. */
  @FunctionalInterface
  interface Grown {
    void complete(int height, Hash hash);
  }

  private record Subtree(int height, Hash hash) {}

  private final Merkle merkle;
  private final Grown grown;
  private final Deque<Subtree> subtrees = new ArrayDeque<>();

  Edge(Merkle merkle, Grown grown) {
    this.merkle = merkle;
    this.grown = grown;
  }

  /** Adds the hash of a complete subtree; nothing smaller may have been added before it. */
  void add(int height, Hash hash) {
    grown.complete(height, hash);
    Subtree whole = new Subtree(height, hash);
    while (!subtrees.isEmpty() && subtrees.peekLast().height() == whole.height()) {
      Hash joined = merkle.node(subtrees.removeLast().hash(), whole.hash());
      whole = new Subtree(whole.height() + 1, joined);
      grown.complete(whole.height(), joined);
    }
    subtrees.addLast(whole);
  }

  Hash root() {
    if (subtrees.isEmpty()) {
      return merkle.empty();
    }
    var smallestFirst = subtrees.descendingIterator();
    Hash root = smallestFirst.next().hash();
    while (smallestFirst.hasNext()) {
      root = merkle.node(smallestFirst.next().hash(), root);
    }
    return root;
  }
}
