package dev.reclaim.revocation;

import java.util.List;
import java.util.function.ToIntFunction;

/** How workers share what is due. Each method is one short transaction. */
public interface Claims {

  /** The right to one revocation, and the connection behind which its seat is. */
  record Claimed(String connection, Lease lease) {}

  /**
   * What is due, for this worker alone from now on: the longest due first, each connection apart,
   * so that none waits for another.
   *
   * @param room how many may be claimed behind a connection; an empty name stands for none
   */
  List<Claimed> claim(ToIntFunction<String> room);

  /** What waits for a connection that answers again is due now. */
  void hurry(String connection);

  /** What this instance was at work on when it ended last: nobody has to wait for its lease. */
  void giveBackOwn();
}
