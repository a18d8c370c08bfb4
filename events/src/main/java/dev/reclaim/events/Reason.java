package dev.reclaim.events;

/**
 * Why something happens to a seat.
 *
 * @param code the condition that held, as the rule spells it
 * @param sentence what the holder and the operator read
 */
public record Reason(String code, String sentence) {

  public Reason {
    Ids.requireText("reason.code", code);
    if (sentence == null || sentence.isBlank()) {
      throw new IllegalArgumentException("reason.sentence: is missing");
    }
  }
}
