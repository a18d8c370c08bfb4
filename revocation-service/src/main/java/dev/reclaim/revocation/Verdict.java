package dev.reclaim.revocation;

import java.util.List;

/** What facts and brakes say about the next step. */
public sealed interface Verdict {

  /**
   * Nothing stands against it, as far as is known here. The last look comes next.
   *
   * @param names by which the holder may be known there, the most likely first
   */
  record GoOn(Plan plan, PlannedStep step, List<String> names) implements Verdict {

    public GoOn {
      names = List.copyOf(names);
    }
  }

  /** Something else comes first. */
  record Decided(Next<? extends Revocation> next) implements Verdict {}
}
