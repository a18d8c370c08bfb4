package dev.reclaim.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one seat: derived from its holder, application and tier. */
public record SeatId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public SeatId {
    Ids.requireText("seat", value);
  }

  /** The same input gives the same id, everywhere and always. */
  public static SeatId of(HolderId holder, ApplicationId application, String tier) {
    return new SeatId(Ids.derive("seat", holder.value(), application.value(), tier));
  }

  @Override
  public String toString() {
    return value;
  }
}
