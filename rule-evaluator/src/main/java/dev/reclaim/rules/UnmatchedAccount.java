package dev.reclaim.rules;

/** Nobody is known by the account that has the seat. */
public record UnmatchedAccount() implements Condition {

  static final String CODE = "unmatchedAccount";

  @Override
  public Judgement judge(SeatFacts facts) {
    String account = facts.seat().account();
    return facts.unmatched()
        ? Judgement.holds(CODE, "Nobody is known by the account %s.".formatted(account))
        : Judgement.doesNotHold(CODE, "The holder of the account %s is known.".formatted(account));
  }
}
