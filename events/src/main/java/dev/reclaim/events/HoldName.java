package dev.reclaim.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one hold. */
public record HoldName(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public HoldName {
    Ids.requireSlug("hold", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
