package dev.reclaim.rules;

import dev.reclaim.events.HolderId;
import dev.reclaim.events.RuleName;
import dev.reclaim.events.SeatId;
import java.util.Set;

/**
 * A seat that statements found, to be looked at more closely.
 *
 * @param proposing the rules that found it and may propose it; in a sweep empty when only an
 *     ongoing proposal lost its reason
 */
public record FoundSeat(HolderId holder, SeatId seat, Set<RuleName> proposing) {

  public FoundSeat {
    proposing = Set.copyOf(proposing);
  }
}
