package dev.reclaim.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names one application: a short lower-case word with hyphens, as in {@code salesforce-lightning}.
 */
public record ApplicationId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ApplicationId {
    Ids.requireSlug("application", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
