package dev.reclaim.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one holder: a person, or a non-human identity. */
public record HolderId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public HolderId {
    Ids.requireText("holder", value);
  }

  /** The same input gives the same id, everywhere and always. */
  public static HolderId of(String strongestIdentifier) {
    return new HolderId(Ids.derive("hld", strongestIdentifier));
  }

  @Override
  public String toString() {
    return value;
  }
}
