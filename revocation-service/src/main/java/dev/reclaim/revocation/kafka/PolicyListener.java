package dev.reclaim.revocation.kafka;

import dev.reclaim.events.Event;
import dev.reclaim.events.PolicyEvent;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.PolicyEvent.CampaignDefined;
import dev.reclaim.events.PolicyEvent.HoldLifted;
import dev.reclaim.events.PolicyEvent.HoldPlaced;
import dev.reclaim.events.PolicyEvent.RuleDefined;
import dev.reclaim.messaging.Envelope;
import dev.reclaim.messaging.Handler;
import dev.reclaim.revocation.HearsPolicy;
import dev.reclaim.revocation.Revocations;
import java.util.List;

/** Where seats are taken, where they may not be, and who wrote the rules. */
public final class PolicyListener implements Handler {

  private final HearsPolicy policy;
  private final Revocations revocations;

  public PolicyListener(HearsPolicy policy, Revocations revocations) {
    this.policy = policy;
    this.revocations = revocations;
  }

  @Override
  public void handle(List<Envelope<Event>> fresh) {
    boolean mayChangeAnything = false;
    for (Envelope<Event> envelope : fresh) {
      if (envelope.event() instanceof PolicyEvent event) {
        mayChangeAnything |= remember(event);
      }
    }
    if (mayChangeAnything) {
      revocations.judgeAllAnew();
    }
  }

  private boolean remember(PolicyEvent event) {
    return switch (event) {
      case ApplicationDefined application -> {
        policy.applicationDefined(application);
        yield true;
      }
      case HoldPlaced hold -> {
        policy.holdPlaced(hold);
        yield true;
      }
      case HoldLifted hold -> {
        policy.holdLifted(hold);
        yield true;
      }
      case RuleDefined rule -> {
        policy.ruleDefined(rule);
        yield false;
      }
      case CampaignDefined _ -> false;
    };
  }
}
