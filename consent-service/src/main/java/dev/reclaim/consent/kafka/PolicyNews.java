package dev.reclaim.consent.kafka;

import dev.reclaim.consent.Applications;
import dev.reclaim.consent.CandidateDesk;
import dev.reclaim.consent.Candidates;
import dev.reclaim.consent.Input;
import dev.reclaim.consent.People;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CampaignName;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.Event;
import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.PolicyEvent;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Envelope;
import dev.reclaim.messaging.Handler;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What the organisation has decided, as far as a candidate's life depends on it. */
public final class PolicyNews implements Handler {

  private final Applications applications;
  private final People people;
  private final Candidates candidates;
  private final CandidateDesk desk;
  private final InstantSource clock;

  public PolicyNews(
      Applications applications,
      People people,
      Candidates candidates,
      CandidateDesk desk,
      InstantSource clock) {
    this.people = people;
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
      case PolicyEvent.ApplicationDefined it -> {
        applications.put(it);
        tellWithoutApprover(it.application(), cause);
      }
      case PolicyEvent.CampaignDefined it -> {
        applications.put(it);
        tellCandidates(it.campaign(), cause);
      }
      case PolicyEvent.RuleDefined it -> applications.put(it);
      case PolicyEvent.HoldPlaced it -> {
        applications.put(it);
        tellHeld(it, new Input.HoldPlaced(it.reason(), it.until()), cause);
      }
      case PolicyEvent.HoldLifted it -> {
        Optional<PolicyEvent.HoldPlaced> placed = applications.hold(it.hold());
        applications.remove(it);
        placed.ifPresent(
            hold -> tellHeld(hold, new Input.HoldLifted("The hold was lifted."), cause));
      }
    }
  }

  /** Those that are held already learn until when; whether to hold is rule-evaluator's word. */
  private void tellHeld(PolicyEvent.HoldPlaced hold, Input input, Cause cause) {
    Optional<HolderId> holder = hold.holder().flatMap(people::named).map(Holder::id);
    if (hold.holder().isPresent() && holder.isEmpty()) {
      return;
    }
    for (CandidateId candidate : candidates.held(holder, hold.application())) {
      desk.take(candidate, input, cause, clock.instant());
    }
  }

  private void tellWithoutApprover(ApplicationId application, Cause cause) {
    for (CandidateId candidate : candidates.withoutApprover(application)) {
      desk.take(candidate, new Input.ApplicationChanged(application), cause, clock.instant());
    }
  }

  private void tellCandidates(CampaignName campaign, Cause cause) {
    for (CandidateId candidate : candidates.lacking(campaign)) {
      desk.take(candidate, new Input.CampaignChanged(campaign), cause, clock.instant());
    }
  }
}
