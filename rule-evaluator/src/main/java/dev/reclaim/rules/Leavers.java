package dev.reclaim.rules;

import dev.reclaim.events.SeatId;
import java.time.Instant;
import java.util.List;

/** Those of whom HR said beforehand that they would leave. */
public interface Leavers {

  /**
   * The seats that are there of holders whose last day began within a time.
   *
   * @param after exclusive
   * @param through inclusive
   */
  List<SeatId> seats(Instant after, Instant through);
}
