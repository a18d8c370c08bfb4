package dev.reclaim.audit;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Appends a batch and signs the log once. If we stop before the transaction commits, nothing of it
 * was ever there, and the batch comes again.
 */
public final class AppendEntries {

  private final LogRows rows;
  private final LogSigner signer;
  private final InstantSource clock;

  public AppendEntries(LogRows rows, LogSigner signer, InstantSource clock) {
    this.rows = rows;
    this.signer = signer;
    this.clock = clock;
  }

  /**
   * Appends those that are new, in their order.
   *
   * @throws LogWasChanged when the end of the log is not what this service has signed
   */
  public void append(List<Entry> heard) {
    rows.lock();
    GrowingTree tree = rows.end().map(this::grown).orElseGet(GrowingTree::empty);
    Set<Entry> known = rows.known(heard);
    List<Entry> fresh = new ArrayList<>(heard);
    fresh.removeAll(known);
    if (fresh.isEmpty()) {
      return;
    }
    rows.insert(tree.size(), fresh);
    fresh.forEach(entry -> tree.append(entry.leaf()));
    tree.completed().forEach(rows::complete);
    Checkpoint checkpoint = new Checkpoint(signer.origin(), tree.size(), tree.root());
    rows.insert(checkpoint, signer.sign(checkpoint, clock.instant()), tree.edge());
  }

  /** Never signs on top of something that was not signed. */
  private GrowingTree grown(LogRows.End end) {
    try {
      Checkpoint last = Checkpoint.read(end.note());
      GrowingTree tree = new GrowingTree(last.size(), end.edge());
      if (signer.hasSigned(end.note()) && tree.root().equals(last.root())) {
        return tree;
      }
    } catch (IllegalArgumentException e) {
      throw new LogWasChanged(e);
    }
    throw new LogWasChanged(null);
  }
}
