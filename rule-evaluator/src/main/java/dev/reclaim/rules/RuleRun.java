package dev.reclaim.rules;

import dev.reclaim.events.Handling;
import dev.reclaim.events.RuleName;
import java.time.Instant;

/** One run of a rule over all its seats, and what it counted. */
public record RuleRun(RuleName rule, int version, Handling.Mode mode, Instant asOf, Counts counts) {

  /**
   * What a run counted.
   *
   * @param judged the seats that it looked at
   * @param reclaimable those that should be taken back
   * @param notEnoughData those of which nobody can tell
   * @param found those of the reclaimable that became candidates in this run
   * @param overCap those of the reclaimable that wait for the next run
   * @param withdrawn candidates whose reason went away
   */
  public record Counts(
      long judged, long reclaimable, long notEnoughData, long found, long overCap, long withdrawn) {

    public static final Counts NOTHING = new Counts(0, 0, 0, 0, 0, 0);
  }
}
