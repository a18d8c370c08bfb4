package dev.reclaim.rules;

/** What the organisation has decided, parsed. */
public sealed interface Policy permits Application, Rule, Campaign, Hold {

  default PolicyId policyId() {
    return switch (this) {
      case Application application ->
          new PolicyId(PolicyKind.APPLICATION, application.id().value());
      case Rule rule -> new PolicyId(PolicyKind.RULE, rule.name().value());
      case Campaign campaign -> new PolicyId(PolicyKind.CAMPAIGN, campaign.name().value());
      case Hold hold -> new PolicyId(PolicyKind.HOLD, hold.name().value());
    };
  }
}
