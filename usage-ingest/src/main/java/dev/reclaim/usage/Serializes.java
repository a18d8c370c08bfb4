package dev.reclaim.usage;

/**
 * Lets one batch at a time change what is counted, whichever topic, directory or replica it came
 * from. Two batches that each learn half of "this account is that person's" and "this account used
 * that" would otherwise both miss the whole.
 */
@FunctionalInterface
public interface Serializes {

  /** Waits for its turn, which lasts until the transaction ends. */
  void awaitTurn();
}
