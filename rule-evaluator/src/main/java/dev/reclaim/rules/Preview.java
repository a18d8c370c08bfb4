package dev.reclaim.rules;

import dev.reclaim.events.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a rule would find now.
 *
 * @param counts all seats, by verdict
 * @param pricePerMonth what the reclaimable seats cost, one sum per currency
 * @param seats some of them with their evidence, reclaimable ones first, then in the order of their
 *     ids
 */
public record Preview(
    VersionedRule rule,
    Instant asOf,
    Map<Kind, Long> counts,
    List<Money> pricePerMonth,
    List<JudgedSeat> seats) {

  public Preview {
    counts = Map.copyOf(counts);
    pricePerMonth = List.copyOf(pricePerMonth);
    seats = List.copyOf(seats);
  }

  /** The three verdicts, as counts name them. */
  public enum Kind {
    RECLAIMABLE,
    NOT_RECLAIMABLE,
    NOT_ENOUGH_DATA;

    /** The kind of a verdict. */
    public static Kind of(Verdict verdict) {
      return switch (verdict) {
        case Verdict.Reclaimable _ -> RECLAIMABLE;
        case Verdict.NotReclaimable _ -> NOT_RECLAIMABLE;
        case Verdict.NotEnoughData _ -> NOT_ENOUGH_DATA;
      };
    }
  }
}
