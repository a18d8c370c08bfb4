package dev.reclaim.consent;

import dev.reclaim.events.CampaignName;
import dev.reclaim.events.CampaignPlan;
import dev.reclaim.events.PolicyEvent.CampaignDefined;
import java.time.Instant;
import java.util.Optional;

/** With which words a holder is asked, or why with none. */
public sealed interface CampaignChoice {

  /** The rule names none: the built-in words serve. */
  record BuiltIn() implements CampaignChoice {}

  record Asks(CampaignDefined campaign) implements CampaignChoice {}

  /**
   * It asks nobody.
   *
   * @param why as a sentence
   * @param plan by which others may have been asked before
   */
  record AsksNobody(String why, CampaignPlan plan) implements CampaignChoice {}

  /** What stands in a rule, against what is known. */
  static CampaignChoice of(
      Optional<CampaignName> named, Optional<CampaignDefined> known, Instant now) {
    if (named.isEmpty()) {
      return new BuiltIn();
    }
    String name = "The campaign " + named.get();
    if (known.isEmpty()) {
      return new AsksNobody(name + " is not known.", CampaignPlan.PLAIN);
    }
    CampaignPlan plan = planOf(known.get());
    if (known.get().retired()) {
      return new AsksNobody(name + " is retired.", plan);
    }
    if (plan.draft()) {
      return new AsksNobody(name + " is a draft, and not published yet.", plan);
    }
    return plan.timing().expires().filter(end -> !end.isAfter(now)).isPresent()
        ? new AsksNobody(name + " has expired.", plan)
        : new Asks(known.get());
  }

  static CampaignPlan planOf(CampaignDefined campaign) {
    return campaign.plan().orElse(CampaignPlan.PLAIN);
  }

  default CampaignPlan plan() {
    return switch (this) {
      case Asks it -> planOf(it.campaign());
      case AsksNobody it -> it.plan();
      case BuiltIn _ -> CampaignPlan.PLAIN;
    };
  }
}
