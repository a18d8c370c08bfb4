package dev.reclaim.rules;

import dev.reclaim.events.Handling;
import dev.reclaim.events.RuleName;
import dev.reclaim.events.SeatId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What rules find at one moment. Memory grows with what they find, not with the seats there are.
 */
final class Findings {

  private final Map<RuleName, VersionedRule> rules = new HashMap<>();
  private final Map<RuleName, Map<SeatId, PricedSeat>> found = new HashMap<>();

  static Findings of(FindsSeats finds, Collection<VersionedRule> rules, Instant asOf) {
    Findings findings = new Findings();
    for (VersionedRule rule : rules) {
      findings.rules.put(rule.name(), rule);
      findings.found.put(rule.name(), new HashMap<>());
    }
    finds.find(
        rules, asOf, (by, seat) -> findings.found.get(by.name()).put(seat.seat().id(), seat));
    return findings;
  }

  /** Those of which people hear: what a rule that observes finds is no candidate. */
  Map<SeatId, PricedSeat> candidates(RuleName rule) {
    return observes(rule) ? Map.of() : found.getOrDefault(rule, Map.of());
  }

  Map<SeatId, PricedSeat> observed(RuleName rule) {
    return observes(rule) ? found.getOrDefault(rule, Map.of()) : Map.of();
  }

  private boolean observes(RuleName rule) {
    return rules.containsKey(rule)
        && rules.get(rule).rule().handling().mode() == Handling.Mode.OBSERVE;
  }
}
