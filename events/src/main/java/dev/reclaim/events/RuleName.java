package dev.reclaim.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one reclamation rule, as in {@code idle-90-days}. */
public record RuleName(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public RuleName {
    Ids.requireSlug("rule", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
