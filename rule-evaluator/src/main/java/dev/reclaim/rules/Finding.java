package dev.reclaim.rules;

import dev.reclaim.events.CandidateId;
import dev.reclaim.events.RuleName;
import dev.reclaim.events.SeatId;
import java.time.Instant;

/**
 * What a rule found, and when; the part of a candidate that never changes.
 *
 * @param episode how often the rule had found the seat before
 * @param useCancels whether use proves it wrong
 */
public record Finding(
    SeatId seat, RuleName rule, int ruleVersion, int episode, Instant asOf, boolean useCancels) {

  public CandidateId candidate() {
    return CandidateId.of(seat, rule, episode);
  }
}
