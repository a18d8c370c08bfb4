package dev.reclaim.consent.kafka;

import dev.reclaim.consent.Applications;
import dev.reclaim.events.Event;
import dev.reclaim.events.PolicyEvent;
import dev.reclaim.messaging.Envelope;
import dev.reclaim.messaging.Handler;
import java.util.List;

/** Applications and campaigns; rules and holds reach us through their candidates. */
public final class PolicyNews implements Handler {

  private final Applications applications;

  public PolicyNews(Applications applications) {
    this.applications = applications;
  }

  @Override
  public void handle(List<Envelope<Event>> fresh) {
    for (Envelope<Event> envelope : fresh) {
      if (envelope.event() instanceof PolicyEvent event) {
        keep(event);
      }
    }
  }

  private void keep(PolicyEvent event) {
    switch (event) {
      case PolicyEvent.ApplicationDefined it -> applications.put(it);
      case PolicyEvent.CampaignDefined it -> applications.put(it);
      case PolicyEvent.RuleDefined _, PolicyEvent.HoldPlaced _, PolicyEvent.HoldLifted _ -> {}
    }
  }
}
