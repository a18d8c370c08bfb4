package dev.reclaim.rules;

/** The roster of HR does not have the holder. */
public record NotInRoster() implements Condition {

  static final String CODE = "notInRoster";

  @Override
  public Judgement judge(SeatFacts facts) {
    return facts
        .employment()
        .flatMap(Employment::inRoster)
        .map(
            there ->
                there
                    ? Judgement.doesNotHold(CODE, "The holder is in the roster of HR.")
                    : Judgement.holds(CODE, "The holder is not in the roster of HR."))
        .orElseGet(
            () ->
                Judgement.notEnoughData(
                    CODE, "Nobody says whether the holder is in the roster of HR."));
  }
}
