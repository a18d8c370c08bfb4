package dev.reclaim.consent.kafka;

import dev.reclaim.consent.CandidateDesk;
import dev.reclaim.consent.Input;
import dev.reclaim.consent.People;
import dev.reclaim.events.CandidateEvent;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.CandidateEvent.CandidateWithdrawn;
import dev.reclaim.events.Event;
import dev.reclaim.events.HolderId;
import dev.reclaim.messaging.Envelope;
import dev.reclaim.messaging.Handler;
import java.time.InstantSource;
import java.util.List;

/** What rule-evaluator proposes and takes back. */
public final class CandidateNews implements Handler {

  private final People people;
  private final CandidateDesk desk;
  private final InstantSource clock;

  public CandidateNews(People people, CandidateDesk desk, InstantSource clock) {
    this.people = people;
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public void handle(List<Envelope<Event>> fresh) {
    people.lock(fresh.stream().map(Envelope::event).map(Event::key).map(HolderId::new).toList());
    for (Envelope<Event> envelope : fresh) {
      if (envelope.event() instanceof CandidateEvent event) {
        desk.take(event.candidate(), input(event), envelope.asCause(), clock.instant());
      }
    }
  }

  private static Input input(CandidateEvent event) {
    return switch (event) {
      case CandidateFound found -> new Input.Found(found);
      case CandidateWithdrawn withdrawn -> new Input.Withdrawn(withdrawn.cause(), withdrawn.why());
    };
  }
}
