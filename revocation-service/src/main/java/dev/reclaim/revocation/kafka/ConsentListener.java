package dev.reclaim.revocation.kafka;

import dev.reclaim.events.CandidateId;
import dev.reclaim.events.ConsentEvent;
import dev.reclaim.events.ConsentEvent.AnswerRefused;
import dev.reclaim.events.ConsentEvent.CandidateClosed;
import dev.reclaim.events.ConsentEvent.CandidateHeld;
import dev.reclaim.events.ConsentEvent.CandidateNeedsAttention;
import dev.reclaim.events.ConsentEvent.CandidateReady;
import dev.reclaim.events.ConsentEvent.HolderAnswered;
import dev.reclaim.events.ConsentEvent.HolderAsked;
import dev.reclaim.events.ConsentEvent.ManagerAnswered;
import dev.reclaim.events.ConsentEvent.ManagerAsked;
import dev.reclaim.events.ConsentEvent.RevocationApproved;
import dev.reclaim.events.ConsentEvent.RevocationCalledOff;
import dev.reclaim.events.Event;
import dev.reclaim.messaging.Envelope;
import dev.reclaim.messaging.Handler;
import dev.reclaim.revocation.WhenApprovedThenRevoke;
import dev.reclaim.revocation.WhenApprovedThenRevoke.Order;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Orders, and their end. */
public final class ConsentListener implements Handler {

  private final WhenApprovedThenRevoke orders;

  public ConsentListener(WhenApprovedThenRevoke orders) {
    this.orders = orders;
  }

  /** Orders that follow each other go together, as long as each is about another candidate. */
  @Override
  public void handle(List<Envelope<Event>> fresh) {
    Map<CandidateId, Order> waiting = new LinkedHashMap<>();
    for (Envelope<Event> envelope : fresh) {
      if (envelope.event() instanceof ConsentEvent event) {
        handle(event, envelope, waiting);
      }
    }
    place(waiting);
  }

  private void handle(
      ConsentEvent event, Envelope<Event> envelope, Map<CandidateId, Order> waiting) {
    switch (event) {
      case RevocationApproved approved -> {
        if (waiting.containsKey(approved.candidate())) {
          place(waiting);
        }
        waiting.put(approved.candidate(), new Order(approved, envelope.asCause()));
      }
      case RevocationCalledOff calledOff -> {
        place(waiting);
        orders.calledOff(calledOff);
      }
      case CandidateReady _, CandidateNeedsAttention _, CandidateHeld _, CandidateClosed _ -> {}
      case HolderAsked _, HolderAnswered _, ManagerAsked _, ManagerAnswered _, AnswerRefused _ -> {}
      case ConsentEvent.Reminded _, ConsentEvent.StandInNamed _, ConsentEvent.StandInEnded _ -> {}
    }
  }

  private void place(Map<CandidateId, Order> waiting) {
    if (!waiting.isEmpty()) {
      orders.approved(List.copyOf(waiting.values()));
      waiting.clear();
    }
  }
}
