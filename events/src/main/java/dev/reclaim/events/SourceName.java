package dev.reclaim.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one source of usage, people or seats, as in {@code entra-signins}. */
public record SourceName(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public SourceName {
    Ids.requireSlug("source", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
