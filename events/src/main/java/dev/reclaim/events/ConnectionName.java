package dev.reclaim.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one configured connection to an outside system, as in {@code corporate-directory}. */
public record ConnectionName(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ConnectionName {
    Ids.requireSlug("connection", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
