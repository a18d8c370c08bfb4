package dev.reclaim.rules;

import dev.reclaim.events.Handling;
import dev.reclaim.events.RuleName;
import dev.reclaim.events.SeatId;
import java.util.List;
import java.util.Map;

/**
 * What a change of policy does to the seats that one rule finds.
 *
 * @param mode after the change
 * @param found seats that become candidates
 * @param lost seats that cease to be
 * @param observed seats that it finds and tells nobody, all of them
 */
public record Effect(RuleName rule, Handling.Mode mode, Tally found, Tally lost, Tally observed) {

  static Effect of(VersionedRule rule, Findings before, Findings after) {
    Map<SeatId, PricedSeat> were = before.candidates(rule.name());
    Map<SeatId, PricedSeat> are = after.candidates(rule.name());
    return new Effect(
        rule.name(),
        rule.rule().handling().mode(),
        Tally.of(without(are, were)),
        Tally.of(without(were, are)),
        Tally.of(after.observed(rule.name()).values()));
  }

  PolicyId id() {
    return new PolicyId(PolicyKind.RULE, rule.value());
  }

  boolean nothing() {
    return found.seats().isEmpty() && lost.seats().isEmpty();
  }

  private static List<PricedSeat> without(
      Map<SeatId, PricedSeat> seats, Map<SeatId, PricedSeat> others) {
    return seats.entrySet().stream()
        .filter(entry -> !others.containsKey(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }
}
