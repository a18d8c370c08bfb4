package dev.reclaim.rules;

import dev.reclaim.events.RuleName;
import dev.reclaim.events.SeatId;
import java.time.Instant;

/**
 * The statement of a rule and the judge of a single seat must agree. Where they do not, nothing is
 * proposed, and somebody has to look at the program.
 */
public interface NoticesDisagreement {

  /** The statement would take the seat back, the judge would not. */
  void notice(SeatId seat, RuleName rule, Instant asOf);
}
