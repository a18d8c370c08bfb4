package dev.reclaim.revocation.kafka;

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
import java.util.List;

/** Orders, and their end. */
public final class ConsentListener implements Handler {

  private final WhenApprovedThenRevoke orders;

  public ConsentListener(WhenApprovedThenRevoke orders) {
    this.orders = orders;
  }

  @Override
  public void handle(List<Envelope<Event>> fresh) {
    for (Envelope<Event> envelope : fresh) {
      if (envelope.event() instanceof ConsentEvent event) {
        handle(event, envelope);
      }
    }
  }

  private void handle(ConsentEvent event, Envelope<Event> envelope) {
    switch (event) {
      case RevocationApproved approved -> orders.approved(approved, envelope.asCause());
      case RevocationCalledOff calledOff -> orders.calledOff(calledOff);
      case CandidateReady _, CandidateNeedsAttention _, CandidateHeld _, CandidateClosed _ -> {}
      case HolderAsked _, HolderAnswered _, ManagerAsked _, ManagerAnswered _, AnswerRefused _ -> {}
      case ConsentEvent.Reminded _, ConsentEvent.StandInNamed _, ConsentEvent.StandInEnded _ -> {}
    }
  }
}
