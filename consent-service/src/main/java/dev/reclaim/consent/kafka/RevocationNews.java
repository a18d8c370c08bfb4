package dev.reclaim.consent.kafka;

import dev.reclaim.consent.CandidateDesk;
import dev.reclaim.consent.Input;
import dev.reclaim.events.Event;
import dev.reclaim.events.RevocationEvent;
import dev.reclaim.messaging.Envelope;
import dev.reclaim.messaging.Handler;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What became of the work in the outside systems. */
public final class RevocationNews implements Handler {

  private final CandidateDesk desk;
  private final InstantSource clock;

  public RevocationNews(CandidateDesk desk, InstantSource clock) {
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public void handle(List<Envelope<Event>> fresh) {
    for (Envelope<Event> envelope : fresh) {
      if (envelope.event() instanceof RevocationEvent.AboutRevocation event) {
        input(event, envelope)
            .ifPresent(
                input -> desk.take(event.candidate(), input, envelope.asCause(), clock.instant()));
      }
    }
  }

  private static Optional<Input> input(
      RevocationEvent.AboutRevocation event, Envelope<Event> envelope) {
    return switch (event) {
      case RevocationEvent.StepIntended _ ->
          Optional.of(new Input.RevocationStarted(envelope.time()));
      case RevocationEvent.RevocationVerified it ->
          Optional.of(new Input.RevocationVerified(it.why(), it.restorableUntil()));
      case RevocationEvent.RevocationFailed it ->
          Optional.of(new Input.RevocationFailed(it.why(), it.whatToDo()));
      case RevocationEvent.DriftFound it ->
          Optional.of(new Input.RevocationFailed(it.why(), it.whatToDo()));
      case RevocationEvent.RevocationCanceled it ->
          Optional.of(new Input.RevocationStopped(it.cause(), it.why()));
      case RevocationEvent.SeatRestored it -> Optional.of(new Input.RevocationRestored(it.at()));
      case RevocationEvent.RevocationRequested _,
          RevocationEvent.RevocationHeld _,
          RevocationEvent.AccessRemoved _,
          RevocationEvent.SeatFreed _,
          RevocationEvent.RestoreRequested _,
          RevocationEvent.RestoreFailed _,
          RevocationEvent.RevocationPlanned _,
          RevocationEvent.ManualTaskOpened _,
          RevocationEvent.ManualTaskAssigned _,
          RevocationEvent.ManualTaskOverdue _,
          RevocationEvent.ManualTaskDone _,
          RevocationEvent.DriftEnded _ ->
          Optional.empty();
    };
  }
}
