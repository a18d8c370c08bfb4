package dev.reclaim.rules;

import dev.reclaim.events.Event;
import dev.reclaim.events.RevocationEvent;
import dev.reclaim.events.RevocationEvent.SeatFreed;
import dev.reclaim.events.RevocationEvent.SeatRestored;
import dev.reclaim.events.SeatId;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Envelope;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** A freed seat is gone, whoever looks next; a restored one is back and its clock starts anew. */
public final class WhenSeatsAreFreedOrRestored {

  private final Seats seats;
  private final Signals signals;
  private final JudgeSeats judge;
  private final InstantSource clock;

  public WhenSeatsAreFreedOrRestored(
      Seats seats, Signals signals, JudgeSeats judge, InstantSource clock) {
    this.seats = seats;
    this.signals = signals;
    this.judge = judge;
    this.clock = clock;
  }

  /** In one transaction. */
  public void handle(List<Envelope<Event>> events) {
    List<SeatId> touched = events.stream().flatMap(e -> touched(e.event())).distinct().toList();
    if (touched.isEmpty()) {
      return;
    }
    seats.lock(touched);
    for (Envelope<Event> envelope : events) {
      if (envelope.event() instanceof SeatFreed freed) {
        signals.gone(freed.seat(), envelope.time());
      } else if (envelope.event() instanceof SeatRestored restored) {
        signals.restored(restored.seat(), restored.at());
      }
    }
    Cause cause = events.getLast().asCause();
    judge.judge(touched, clock.instant(), rule -> false, cause);
  }

  private static Stream<SeatId> touched(Event event) {
    return event instanceof SeatFreed || event instanceof SeatRestored
        ? Stream.of(((RevocationEvent.AboutRevocation) event).seat().id())
        : Stream.empty();
  }
}
