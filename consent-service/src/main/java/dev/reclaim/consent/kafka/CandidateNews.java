package dev.reclaim.consent.kafka;

import dev.reclaim.consent.CandidateDesk;
import dev.reclaim.consent.Input;
import dev.reclaim.events.CandidateEvent;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.CandidateEvent.CandidateWithdrawn;
import dev.reclaim.events.Event;
import dev.reclaim.messaging.Envelope;
import dev.reclaim.messaging.Handler;
import java.time.InstantSource;
import java.util.List;

/** What rule-evaluator proposes and takes back. */
public final class CandidateNews implements Handler {

  private final CandidateDesk desk;
  private final InstantSource clock;

  public CandidateNews(CandidateDesk desk, InstantSource clock) {
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public void handle(List<Envelope<Event>> fresh) {
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
