package dev.reclaim.audit;

import dev.reclaim.events.Actor;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CandidateEvent;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.ConsentEvent;
import dev.reclaim.events.Event;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.InboxEvent;
import dev.reclaim.events.PolicyEvent;
import dev.reclaim.events.RevocationEvent;
import dev.reclaim.events.SignalEvent;
import java.util.Optional;

/**
 * What an event is about, so that it can be found. Only an index: the truth is the entry itself.
 *
 * @param actor the id of who made it happen
 */
public record About(
    Optional<String> holder,
    Optional<String> candidate,
    Optional<String> application,
    Optional<String> actor) {

  private static final About NOBODY =
      new About(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public static About of(Event event) {
    return switch (event) {
      case SignalEvent signal -> signal(signal);
      case PolicyEvent policy -> policy(policy);
      case CandidateEvent candidate -> candidate(candidate);
      case ConsentEvent consent -> consent(consent);
      case RevocationEvent revocation -> revocation(revocation);
      case InboxEvent _ -> NOBODY;
    };
  }

  private static About signal(SignalEvent signal) {
    return switch (signal) {
      case SignalEvent.UsageDay it -> NOBODY.with(it.holder()).with(it.application());
      case SignalEvent.HolderChanged it -> NOBODY.with(it.holder());
      case SignalEvent.SeatObserved it -> NOBODY.with(it.holder()).with(it.seat().application());
      case SignalEvent.SeatGone it -> NOBODY.with(it.holder()).with(it.seat().application());
      case SignalEvent.SourceHealth it -> NOBODY.with(it.application());
    };
  }

  private static About policy(PolicyEvent policy) {
    return switch (policy) {
      case PolicyEvent.ApplicationDefined it -> NOBODY.with(it.application());
      case PolicyEvent.HoldPlaced it ->
          new About(
              it.holder(),
              Optional.empty(),
              it.application().map(ApplicationId::value),
              Optional.of(it.owner()));
      case PolicyEvent.RuleDefined _, PolicyEvent.CampaignDefined _, PolicyEvent.HoldLifted _ ->
          NOBODY;
    };
  }

  private static About candidate(CandidateEvent event) {
    About about = NOBODY.with(event.candidate()).with(event.holder());
    return switch (event) {
      case CandidateEvent.CandidateFound it -> about.with(it.seat().application());
      case CandidateEvent.CandidateWithdrawn _ -> about;
    };
  }

  private static About consent(ConsentEvent event) {
    About about = NOBODY.with(event.holder()).with(event.by());
    return switch (event) {
      case ConsentEvent.AboutCandidate it -> consent(it, about.with(it.candidate()));
      case ConsentEvent.StandInNamed _, ConsentEvent.StandInEnded _ -> about;
    };
  }

  private static About consent(ConsentEvent.AboutCandidate event, About about) {
    return switch (event) {
      case ConsentEvent.RevocationApproved it -> about.with(it.seat().application());
      case ConsentEvent.CandidateClosed it -> about.with(it.seat().application());
      case ConsentEvent.CandidateReady _,
          ConsentEvent.CandidateNeedsAttention _,
          ConsentEvent.CandidateHeld _,
          ConsentEvent.HolderAsked _,
          ConsentEvent.Reminded _,
          ConsentEvent.HolderAnswered _,
          ConsentEvent.ManagerAsked _,
          ConsentEvent.ManagerAnswered _,
          ConsentEvent.RevocationCalledOff _,
          ConsentEvent.AnswerRefused _ ->
          about;
    };
  }

  private static About revocation(RevocationEvent event) {
    return switch (event) {
      case RevocationEvent.AboutRevocation it -> revocation(it);
      case RevocationEvent.BrakeHandled it -> NOBODY.with(it.by());
      case RevocationEvent.BrakeStopped _ -> NOBODY;
    };
  }

  private static About revocation(RevocationEvent.AboutRevocation event) {
    About about =
        NOBODY.with(event.candidate()).with(event.seat().holder()).with(event.seat().application());
    return switch (event) {
      case RevocationEvent.RestoreRequested it -> about.with(it.by());
      case RevocationEvent.ManualTaskAssigned it -> about.with(it.by());
      case RevocationEvent.ManualTaskDone it -> about.with(it.by());
      case RevocationEvent.AboutRevocation _ -> about;
    };
  }

  private About with(HolderId id) {
    return new About(Optional.of(id.value()), candidate, application, actor);
  }

  private About with(CandidateId id) {
    return new About(holder, Optional.of(id.value()), application, actor);
  }

  private About with(ApplicationId id) {
    return new About(holder, candidate, Optional.of(id.value()), actor);
  }

  private About with(Actor by) {
    return new About(holder, candidate, application, Optional.of(by.id()));
  }
}
