package dev.reclaim.rules;

import dev.reclaim.events.Actor;
import dev.reclaim.events.Answer;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.ConsentEvent;
import dev.reclaim.events.ConsentEvent.CandidateClosed;
import dev.reclaim.events.ConsentEvent.CandidateClosed.Outcome;
import dev.reclaim.events.ConsentEvent.HolderAnswered;
import dev.reclaim.events.Event;
import dev.reclaim.messaging.Envelope;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Remembers what becomes of candidates, as far as the rules need to know. */
public final class WhenConsentMovesOn {

  private final Proposals proposals;

  public WhenConsentMovesOn(Proposals proposals) {
    this.proposals = proposals;
  }

  /** In one transaction. */
  public void handle(List<Envelope<Event>> events) {
    Map<CandidateId, Proposal> known =
        new LinkedHashMap<>(
            proposals.find(events.stream().flatMap(e -> about(e.event())).toList()));
    for (Envelope<Event> envelope : events) {
      if (envelope.event() instanceof ConsentEvent.AboutCandidate event) {
        known.computeIfPresent(
            event.candidate(), (_, proposal) -> next(proposal, event, envelope.time()));
        if (event instanceof HolderAnswered answered && answered.answer() == Answer.KEEP) {
          proposals.kept(answered.candidate(), envelope.time());
        }
      }
    }
    proposals.replace(known.values());
  }

  private static Stream<CandidateId> about(Event event) {
    return event instanceof ConsentEvent.AboutCandidate consent
        ? Stream.of(consent.candidate())
        : Stream.empty();
  }

  static Proposal next(Proposal proposal, ConsentEvent event, Instant at) {
    return switch (event) {
      case ConsentEvent.RevocationApproved _ ->
          proposal instanceof Proposal.Open open ? open.approved() : proposal;
      case ConsentEvent.RevocationCalledOff _ ->
          proposal instanceof Proposal.Approved approved ? approved.calledOff() : proposal;
      case CandidateClosed closed -> close(proposal, closed, at);
      case ConsentEvent.CandidateReady _,
          ConsentEvent.CandidateNeedsAttention _,
          ConsentEvent.CandidateHeld _,
          ConsentEvent.HolderAsked _,
          ConsentEvent.Reminded _,
          ConsentEvent.HolderAnswered _,
          ConsentEvent.ManagerAsked _,
          ConsentEvent.ManagerAnswered _,
          ConsentEvent.AnswerRefused _,
          ConsentEvent.StandInNamed _,
          ConsentEvent.StandInEnded _ ->
          proposal;
    };
  }

  private static Proposal close(Proposal proposal, CandidateClosed closed, Instant at) {
    return switch (proposal) {
      case Proposal.Open open -> open.closed(closed.outcome(), at, closed.restsUntil());
      case Proposal.Approved approved -> approved.closed(closed.outcome(), at, closed.restsUntil());
      case Proposal.Withdrawn withdrawn ->
          closed.outcome() == Outcome.SKIPPED && closed.by().role() != Actor.Role.SYSTEM
              ? withdrawn.keptMeanwhile(at, closed.restsUntil())
              : withdrawn;
      case Proposal.Closed over -> over;
    };
  }
}
