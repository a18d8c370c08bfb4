package dev.reclaim.rules;

import dev.reclaim.events.Handling;
import dev.reclaim.events.RuleName;
import java.util.Optional;
import java.util.Set;

/** Rules in the words of the domain. */
final class ARule {

  private ARule() {}

  /** One that is enforced, with every sweep and without a limit. */
  static Rule that(Condition when) {
    return that("rule", when, Handling.Mode.ENFORCE, Pace.resting(Window.ofDays(90)));
  }

  static Rule that(String name, Condition when, Handling.Mode mode, Pace pace) {
    return new Rule(
        new RuleName(name),
        name,
        Set.of(),
        when,
        new Handling(
            mode,
            new Handling.Asking(
                Handling.Ask.HOLDER,
                Optional.empty(),
                Handling.Term.businessDays(10),
                Handling.Silence.KEEP),
            Handling.Approval.ON_KEEP,
            Handling.Taking.of(Handling.Order.SEAT_ONLY),
            Rule.dependsOnUse(when)),
        pace);
  }
}
