package dev.reclaim.rules;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * A rule in one sweep. All that stand may withdraw; those that run may propose as well.
 *
 * @param runs whether it is this rule's turn
 * @param atMost how many seats it may find
 */
public record RunningRule(VersionedRule versioned, boolean runs, OptionalLong atMost) {

  public Rule rule() {
    return versioned.rule();
  }

  public int version() {
    return versioned.version();
  }

  public boolean proposesAt(Instant asOf) {
    return runs && rule().mayProposeAt(asOf);
  }
}
