package dev.reclaim.rules;

/** HR says that the holder is away for a while. It stops every rule; a rule may ask for it. */
public record HolderOnLeave() implements Condition {

  static final String CODE = "holderOnLeave";

  @Override
  public Judgement judge(SeatFacts facts) {
    if (facts.employment().isEmpty()) {
      return Judgement.notEnoughData(CODE, "HR has said nothing about the holder.");
    }
    return facts
        .onLeaveSince()
        .map(
            since ->
                Judgement.holds(
                    CODE,
                    "The holder is on leave since %s, HR says."
                        .formatted(facts.holder().clock().day(since))))
        .orElseGet(() -> Judgement.doesNotHold(CODE, "The holder is not on leave, HR says."));
  }
}
