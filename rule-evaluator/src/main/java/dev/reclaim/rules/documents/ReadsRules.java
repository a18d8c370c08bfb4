package dev.reclaim.rules.documents;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CampaignName;
import dev.reclaim.events.Handling;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.RuleName;
import dev.reclaim.rules.Condition;
import dev.reclaim.rules.Rule;
import dev.reclaim.rules.Window;
import java.util.Optional;
import java.util.Set;

/** Rules. What stands in for a key that is left out is said here. */
final class ReadsRules {

  private static final Window TWO_WEEKS = Window.ofDays(14);

  private ReadsRules() {}

  static Rule of(Keys keys) {
    Condition when = ReadsConditions.of(keys.object("when"));
    return new Rule(
        keys.text("name", RuleName::new),
        keys.text("title"),
        Set.copyOf(keys.texts("applications", ApplicationId::new)),
        when,
        new Handling(
            keys.maybeWord("mode", Handling.Mode.class).orElse(Handling.Mode.OBSERVE),
            asking(keys),
            keys.maybeWord("approval", Handling.Approval.class).orElse(Handling.Approval.ON_KEEP),
            taking(keys),
            Rule.dependsOnUse(when)),
        ReadsPace.of(keys, when));
  }

  private static Handling.Asking asking(Keys keys) {
    return new Handling.Asking(
        keys.word("ask", Handling.Ask.class),
        keys.maybeText("campaign", CampaignName::new),
        keys.maybeText("answerWithin", Terms::parse)
            .orElse(Handling.Term.calendar(TWO_WEEKS.length())),
        keys.maybeWord("silence", Handling.Silence.class).orElse(Handling.Silence.KEEP));
  }

  private static Handling.Taking taking(Keys keys) {
    Optional<SeatAction> action = keys.maybeWord("action", SeatAction.class);
    Optional<String> tier = keys.maybeText("toTier");
    if (tier.isPresent() && !action.equals(Optional.of(SeatAction.DOWNGRADE))) {
      throw new IllegalArgumentException("toTier: belongs to the action downgrade alone");
    }
    return new Handling.Taking(
        keys.maybeWord("order", Handling.Order.class).orElse(Handling.Order.SEAT_ONLY),
        action,
        tier);
  }
}
