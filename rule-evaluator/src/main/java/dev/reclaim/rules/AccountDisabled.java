package dev.reclaim.rules;

/** The directory does not let the account sign in. */
public record AccountDisabled() implements Condition {

  static final String CODE = "accountDisabled";

  @Override
  public Judgement judge(SeatFacts facts) {
    return facts
        .holder()
        .accountEnabled()
        .map(
            enabled ->
                enabled
                    ? Judgement.doesNotHold(CODE, "The account is enabled in the directory.")
                    : Judgement.holds(CODE, "The account is disabled in the directory."))
        .orElseGet(
            () -> Judgement.notEnoughData(CODE, "The directory has said nothing of the account."));
  }
}
