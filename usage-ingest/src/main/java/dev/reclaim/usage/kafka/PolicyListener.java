package dev.reclaim.usage.kafka;

import dev.reclaim.events.Event;
import dev.reclaim.events.PolicyEvent;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.PolicyEvent.CampaignDefined;
import dev.reclaim.events.PolicyEvent.HoldLifted;
import dev.reclaim.events.PolicyEvent.HoldPlaced;
import dev.reclaim.events.PolicyEvent.RuleDefined;
import dev.reclaim.messaging.Envelope;
import dev.reclaim.messaging.Handler;
import dev.reclaim.usage.TakePolicy;
import java.time.InstantSource;
import java.util.List;

/** Hears {@code reclaim.policy}; only applications matter here. */
public final class PolicyListener implements Handler {

  private final TakePolicy takePolicy;
  private final InstantSource clock;

  public PolicyListener(TakePolicy takePolicy, InstantSource clock) {
    this.takePolicy = takePolicy;
    this.clock = clock;
  }

  @Override
  public void handle(List<Envelope<Event>> fresh) {
    for (Envelope<Event> envelope : fresh) {
      if (!(envelope.event() instanceof PolicyEvent policy)) {
        throw new IllegalArgumentException("type: is no policy: " + envelope.event().getClass());
      }
      switch (policy) {
        case ApplicationDefined application ->
            takePolicy.take(application, envelope.asCause(), clock.instant());
        case RuleDefined _, CampaignDefined _, HoldPlaced _, HoldLifted _ -> {
          // Whom to ask, and what to spare, is for others to know.
        }
      }
    }
  }
}
