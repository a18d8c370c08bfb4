package dev.reclaim.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one revocation: derived from its candidate, since a candidate is revoked at most once. */
public record RevocationId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public RevocationId {
    Ids.requireText("revocation", value);
  }

  /** The same input gives the same id, everywhere and always. */
  public static RevocationId of(CandidateId candidate) {
    return new RevocationId(Ids.derive("rev", candidate.value()));
  }

  @Override
  public String toString() {
    return value;
  }
}
