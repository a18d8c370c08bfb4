package dev.reclaim.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one question to one person about one candidate. */
public record PromptId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PromptId {
    Ids.requireText("prompt", value);
  }

  /** The same input gives the same id, everywhere and always. */
  public static PromptId of(CandidateId candidate, String asked, int round) {
    return new PromptId(Ids.derive("prm", candidate.value(), asked, Integer.toString(round)));
  }

  @Override
  public String toString() {
    return value;
  }
}
