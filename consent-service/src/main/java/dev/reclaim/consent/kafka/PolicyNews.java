package dev.reclaim.consent.kafka;

import dev.reclaim.consent.Applications;
import dev.reclaim.consent.CandidateDesk;
import dev.reclaim.consent.Candidates;
import dev.reclaim.consent.Input;
import dev.reclaim.events.CampaignName;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.Event;
import dev.reclaim.events.PolicyEvent;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Envelope;
import dev.reclaim.messaging.Handler;
import java.time.InstantSource;
import java.util.List;

/**
 * Applications, campaigns, and how long rules let a kept seat rest; the rest comes with candidates.
 */
public final class PolicyNews implements Handler {

  private final Applications applications;
  private final Candidates candidates;
  private final CandidateDesk desk;
  private final InstantSource clock;

  public PolicyNews(
      Applications applications, Candidates candidates, CandidateDesk desk, InstantSource clock) {
    this.applications = applications;
    this.candidates = candidates;
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public void handle(List<Envelope<Event>> fresh) {
    for (Envelope<Event> envelope : fresh) {
      if (envelope.event() instanceof PolicyEvent event) {
        keep(event, envelope.asCause());
      }
    }
  }

  private void keep(PolicyEvent event, Cause cause) {
    switch (event) {
      case PolicyEvent.ApplicationDefined it -> applications.put(it);
      case PolicyEvent.CampaignDefined it -> {
        applications.put(it);
        tellCandidates(it.campaign(), cause);
      }
      case PolicyEvent.RuleDefined it -> applications.put(it);
      case PolicyEvent.HoldPlaced _, PolicyEvent.HoldLifted _ -> {}
    }
  }

  private void tellCandidates(CampaignName campaign, Cause cause) {
    for (CandidateId candidate : candidates.lacking(campaign)) {
      desk.take(candidate, new Input.CampaignChanged(campaign), cause, clock.instant());
    }
  }
}
