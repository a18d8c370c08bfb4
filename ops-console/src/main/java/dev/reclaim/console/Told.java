package dev.reclaim.console;

import dev.reclaim.events.Actor;
import dev.reclaim.events.CandidateEvent;
import dev.reclaim.events.ConsentEvent;
import dev.reclaim.events.Event;
import dev.reclaim.events.InboxEvent;
import dev.reclaim.events.PolicyEvent;
import dev.reclaim.events.RevocationEvent;
import dev.reclaim.events.SignalEvent;
import java.util.List;
import java.util.Objects;

/**
 * An event as a person reads it.
 *
 * @param what happened, in two or three words
 * @param why one sentence
 * @param evidence what it rests on
 */
public record Told(String what, Actor who, String why, List<Fact> evidence) {

  public Told {
    Objects.requireNonNull(who, "by: is missing");
    Objects.requireNonNull(why, "why: is missing");
    evidence = List.copyOf(evidence);
  }

  /**
   * Finds the words.
   *
   * @throws IllegalArgumentException when the event is not about a candidate
   */
  public static Told of(Event event) {
    return switch (event) {
      case CandidateEvent e -> ToldByRules.of(e);
      case ConsentEvent e -> ToldByConsent.of(e);
      case RevocationEvent.AboutRevocation e -> ToldByRevocation.of(e);
      case RevocationEvent.AboutBrake _, InboxEvent _, SignalEvent _, PolicyEvent _ ->
          throw new IllegalArgumentException("event: " + event.getClass() + " has no candidate");
    };
  }
}
