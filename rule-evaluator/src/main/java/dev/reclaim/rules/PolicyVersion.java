package dev.reclaim.rules;

import dev.reclaim.events.Actor;
import dev.reclaim.events.Event;
import dev.reclaim.events.PolicyEvent;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.PolicyEvent.CampaignDefined;
import dev.reclaim.events.PolicyEvent.HoldLifted;
import dev.reclaim.events.PolicyEvent.HoldPlaced;
import dev.reclaim.events.PolicyEvent.RuleDefined;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One version of a piece of policy; versions are never changed.
 *
 * @param version 1 is the first
 * @param by the login that saved it
 * @param retired it stands no more; what it said before stays readable
 */
public record PolicyVersion(
    PolicyDocument document, int version, String by, Instant at, boolean retired) {

  public PolicyId id() {
    return document.policy().policyId();
  }

  /** What the others hear of it. */
  public Event asEvent() {
    return switch (document.policy()) {
      case Application a ->
          new ApplicationDefined(
              a.id(),
              version,
              a.title(),
              a.names().aliases(),
              a.owner(),
              a.pricePerMonth(),
              tiers(a),
              a.portfolio().restricted(),
              a.giving().seats(),
              a.giving().loss(),
              a.giving().restorableDays(),
              retired);
      case Rule r ->
          new RuleDefined(
              r.name(),
              version,
              r.title(),
              document.content(),
              Optional.of(Actor.operator(by)),
              retired);
      case Campaign c ->
          new CampaignDefined(
              c.name(), version, c.subject(), c.intro(), Optional.of(c.plan()), retired);
      case Hold h -> retired ? new HoldLifted(h.name(), version) : placed(h);
    };
  }

  private static List<PolicyEvent.Tier> tiers(Application application) {
    return application.tiers().list().stream()
        .map(
            tier ->
                new PolicyEvent.Tier(
                    tier.name(), application.pricePerMonth(tier.name()), tier.entitlement()))
        .toList();
  }

  private HoldPlaced placed(Hold hold) {
    return new HoldPlaced(
        hold.name(),
        version,
        hold.type(),
        hold.scope().holder(),
        hold.scope().application(),
        hold.reason(),
        hold.owner(),
        hold.until());
  }
}
