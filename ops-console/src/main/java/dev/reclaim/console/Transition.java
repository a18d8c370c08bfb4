package dev.reclaim.console;

import dev.reclaim.events.CandidateEvent;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.ConsentEvent;
import dev.reclaim.events.Event;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.InboxEvent;
import dev.reclaim.events.PolicyEvent;
import dev.reclaim.events.RevocationEvent;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.SignalEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that happened to one candidate.
 *
 * @param id the event's source and id; the same event always has the same
 * @param at when it happened, in its producer's clock
 */
public record Transition(
    String id, Instant at, CandidateId candidate, HolderId holder, Event event) {

  public Transition {
    Objects.requireNonNull(at, "time: is missing");
    Objects.requireNonNull(candidate, "candidate: is missing");
    Objects.requireNonNull(holder, "holder: is missing");
  }

  /**
   * By time; what one service said in the same instant, in the order of the walk; then by id, so
   * that the order never depends on arrival.
   */
  public static final Comparator<Transition> AS_IT_HAPPENED =
      Comparator.comparing(Transition::at)
          .thenComparingInt(transition -> transition.effect().rank())
          .thenComparing(Transition::id);

  /** Empty for an event that is not about a candidate. */
  public static Optional<Transition> of(String source, String id, Instant at, Event event) {
    String name = source + "#" + id;
    return switch (event) {
      case CandidateEvent e ->
          Optional.of(new Transition(name, at, e.candidate(), e.holder(), event));
      case ConsentEvent.AboutCandidate e ->
          Optional.of(new Transition(name, at, e.candidate(), e.holder(), event));
      case RevocationEvent.AboutRevocation e ->
          Optional.of(new Transition(name, at, e.candidate(), e.seat().holder(), event));
      case ConsentEvent.StandInNamed _,
          ConsentEvent.StandInEnded _,
          RevocationEvent.AboutBrake _,
          InboxEvent _,
          SignalEvent _,
          PolicyEvent _ ->
          Optional.empty();
    };
  }

  public Effect effect() {
    return Effect.of(event);
  }

  /** The seat, where the event names it in full. */
  Optional<SeatRef> seat() {
    return switch (event) {
      case CandidateEvent.CandidateFound e -> Optional.of(e.seat());
      case ConsentEvent.RevocationApproved e -> Optional.of(e.seat());
      case ConsentEvent.CandidateClosed e -> Optional.of(e.seat());
      case RevocationEvent.AboutRevocation e -> Optional.of(e.seat());
      case RevocationEvent.AboutBrake _,
          CandidateEvent _,
          ConsentEvent _,
          InboxEvent _,
          SignalEvent _,
          PolicyEvent _ ->
          Optional.empty();
    };
  }
}
