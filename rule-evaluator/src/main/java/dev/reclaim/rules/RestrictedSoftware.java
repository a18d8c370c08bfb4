package dev.reclaim.rules;

/** Nobody should have the application without a reason, policy says. */
public record RestrictedSoftware() implements Condition {

  static final String CODE = "restrictedSoftware";

  @Override
  public Judgement judge(SeatFacts facts) {
    return facts
        .held()
        .terms()
        .map(
            terms ->
                terms.restricted()
                    ? Judgement.holds(CODE, "The application is restricted.")
                    : Judgement.doesNotHold(CODE, "The application is not restricted."))
        .orElseGet(
            () -> Judgement.notEnoughData(CODE, "No policy defines the application of the seat."));
  }
}
