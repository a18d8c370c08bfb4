package dev.reclaim.rules;

import dev.reclaim.events.RuleName;
import java.time.Instant;
import java.util.Set;

/**
 * One pass over all seats, as far as it got. Kept in the database, so that whoever comes after a
 * stop goes on where it was.
 */
public sealed interface Sweep permits Sweep.Begun, Sweep.Found {

  Plan plan();

  /**
   * What stays the same from the first attempt to the last.
   *
   * @param asOf the moment that all its judgements are about
   * @param running the rules whose turn it is; all that stand may withdraw
   */
  record Plan(long number, Instant asOf, Set<RuleName> running) {
    public Plan {
      running = Set.copyOf(running);
    }

    /**
     * Use is looked at up to the end of the day of {@link #asOf}. On a later day there may be use
     * that the sweep would not see, so it must not go on then.
     */
    boolean mayGoOnAt(Instant now) {
      return Words.day(now).equals(Words.day(asOf));
    }
  }

  /** The statements did not run yet, or not all of them to their end. */
  record Begun(Plan plan) implements Sweep {

    /** The statements ran. */
    public Found found() {
      return new Found(plan);
    }
  }

  /**
   * It is known which seats to propose or to withdraw; they are led to that page by page, and what
   * is not led there yet is remembered.
   */
  record Found(Plan plan) implements Sweep {}
}
