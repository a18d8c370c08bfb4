package dev.reclaim.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names one call to an outside system: derived from revocation, step and attempt, so that a repeat
 * is recognised.
 */
public record OperationId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public OperationId {
    Ids.requireText("operation", value);
  }

  /** The same input gives the same id, everywhere and always. */
  public static OperationId of(RevocationId revocation, String step, int attempt) {
    return new OperationId(Ids.derive("op", revocation.value(), step, Integer.toString(attempt)));
  }

  @Override
  public String toString() {
    return value;
  }
}
