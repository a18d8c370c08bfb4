package dev.reclaim.rules;

import dev.reclaim.events.Money;
import dev.reclaim.events.SeatId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Judges all seats by one rule at once, and writes nothing. */
public interface CountsVerdicts {

  /**
   * Counts all seats and names some.
   *
   * @param atMost how many are named
   */
  Counted count(Rule rule, Instant asOf, int atMost);

  /**
   * What was counted.
   *
   * @param counts with every kind
   * @param pricePerMonth of the reclaimable ones, one sum per currency, by its code
   * @param named reclaimable ones first, then in the order of their ids
   */
  record Counted(Map<Preview.Kind, Long> counts, List<Money> pricePerMonth, List<SeatId> named) {}
}
