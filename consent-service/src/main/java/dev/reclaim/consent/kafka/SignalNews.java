package dev.reclaim.consent.kafka;

import dev.reclaim.consent.CandidateDesk;
import dev.reclaim.consent.Candidates;
import dev.reclaim.consent.Input;
import dev.reclaim.consent.People;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.Event;
import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.SignalEvent;
import dev.reclaim.messaging.Envelope;
import dev.reclaim.messaging.Handler;
import java.time.InstantSource;
import java.util.List;

/** Who is who; what else is signalled is other services' business. */
public final class SignalNews implements Handler {

  private final People people;
  private final Candidates candidates;
  private final CandidateDesk desk;
  private final InstantSource clock;

  public SignalNews(People people, Candidates candidates, CandidateDesk desk, InstantSource clock) {
    this.people = people;
    this.candidates = candidates;
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public void handle(List<Envelope<Event>> fresh) {
    people.lock(
        fresh.stream()
            .map(Envelope::event)
            .filter(SignalEvent.HolderChanged.class::isInstance)
            .map(event -> new HolderId(event.key()))
            .toList());
    for (Envelope<Event> envelope : fresh) {
      if (envelope.event() instanceof SignalEvent.HolderChanged changed
          && people.put(changed.profile())) {
        tellCandidates(changed.profile(), envelope);
      }
    }
  }

  private void tellCandidates(Holder holder, Envelope<Event> envelope) {
    Input changed = new Input.HolderChanged(holder.id(), holder.status());
    for (CandidateId candidate : candidates.concerning(holder.id())) {
      desk.take(candidate, changed, envelope.asCause(), clock.instant());
    }
  }
}
