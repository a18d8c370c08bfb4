package dev.reclaim.audit;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the log is kept. All calls of one append belong into one transaction. */
public interface LogRows {

  /**
   * The last checkpoint and the edge of its tree.
   *
   * @param note signed, or was it
   */
  record End(String note, List<Hash> edge) {}

  /** Lets nobody else append until the transaction ends, whichever instance it is. */
  void lock();

  /** Empty when nothing was ever appended. */
  Optional<End> end();

  /** Those of the entries that are in the log already, by source and id of their event. */
  Set<Entry> known(List<Entry> entries);

  /** Puts the entries at this position and the following ones. */
  void insert(long position, List<Entry> entries);

  /** Writes down a tile whose hashes are all there. */
  void complete(GrowingTree.FullTile tile);

  void insert(Checkpoint checkpoint, String note, List<Hash> edge);
}
