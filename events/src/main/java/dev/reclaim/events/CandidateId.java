package dev.reclaim.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names one candidate: derived from its seat, the rule, and the episode (how often this rule found
 * this seat before).
 */
public record CandidateId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CandidateId {
    Ids.requireText("candidate", value);
  }

  /** The same input gives the same id, everywhere and always. */
  public static CandidateId of(SeatId seat, RuleName rule, int episode) {
    return new CandidateId(
        Ids.derive("cand", seat.value(), rule.value(), Integer.toString(episode)));
  }

  @Override
  public String toString() {
    return value;
  }
}
