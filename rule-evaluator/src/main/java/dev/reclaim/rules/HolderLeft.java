package dev.reclaim.rules;

import dev.reclaim.events.Holder;

/** HR says that the holder has left, and the day has come. */
public record HolderLeft() implements Condition {

  static final String CODE = "holderLeft";

  @Override
  public Judgement judge(SeatFacts facts) {
    return facts
        .employment()
        .map(employment -> judge(employment, facts))
        .orElseGet(() -> Judgement.notEnoughData(CODE, "HR has said nothing about the holder."));
  }

  private static Judgement judge(Employment employment, SeatFacts facts) {
    String day = Words.day(employment.since()).toString();
    if (employment.leftBy(facts.asOf())) {
      return Judgement.holds(CODE, "The holder left on %s, HR says.".formatted(day));
    }
    return Judgement.doesNotHold(
        CODE,
        employment.status() == Holder.Status.LEFT
            ? "The holder will leave on %s, HR says.".formatted(day)
            : "The holder has not left, HR says.");
  }
}
