package dev.reclaim.console;

import dev.reclaim.events.CandidateEvent;
import dev.reclaim.events.ConsentEvent;
import dev.reclaim.events.Event;
import dev.reclaim.events.InboxEvent;
import dev.reclaim.events.PolicyEvent;
import dev.reclaim.events.RevocationEvent;
import dev.reclaim.events.SignalEvent;
import dev.reclaim.messaging.Envelope;
import java.util.List;
import java.util.Optional;

/** Listens to what the other services say and remembers what the pages need. */
public final class Follow {

  private final Remembers memory;

  public Follow(Remembers memory) {
    this.memory = memory;
  }

  /**
   * Takes any events of any topic, in any order.
   *
   * @throws RuntimeException when an event is about a candidate and cannot be told as a sentence;
   *     such an event is never kept
   */
  public void hear(List<Envelope<Event>> fresh) {
    fresh.forEach(this::rememberWhatIsKnown);
    List<Transition> transitions =
        fresh.stream().map(Follow::transition).flatMap(Optional::stream).toList();
    transitions.forEach(transition -> Told.of(transition.event()));
    if (!transitions.isEmpty()) {
      memory.transitions(transitions);
    }
  }

  private static Optional<Transition> transition(Envelope<Event> envelope) {
    return Transition.of(envelope.source(), envelope.id(), envelope.time(), envelope.event());
  }

  private void rememberWhatIsKnown(Envelope<Event> envelope) {
    switch (envelope.event()) {
      case SignalEvent.HolderChanged e -> memory.holder(e.profile());
      case SignalEvent.SourceHealth e -> memory.source(e, envelope.time());
      case PolicyEvent.ApplicationDefined e -> memory.application(e);
      case SignalEvent.UsageDay _, SignalEvent.SeatObserved _, SignalEvent.SeatGone _ -> {}
      case PolicyEvent.RuleDefined _, PolicyEvent.CampaignDefined _ -> {}
      case PolicyEvent.HoldPlaced _, PolicyEvent.HoldLifted _ -> {}
      case CandidateEvent _, ConsentEvent _, RevocationEvent _, InboxEvent _ -> {}
    }
  }
}
