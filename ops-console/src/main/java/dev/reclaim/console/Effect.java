package dev.reclaim.console;

import static dev.reclaim.console.CandidateState.ATTENTION_REQUIRED;
import static dev.reclaim.console.CandidateState.AWAITING_APPROVAL;
import static dev.reclaim.console.CandidateState.AWAITING_REVOCATION;
import static dev.reclaim.console.CandidateState.AWAITING_USER;
import static dev.reclaim.console.CandidateState.CLOSED_CANCELED;
import static dev.reclaim.console.CandidateState.CLOSED_COMPLETE;
import static dev.reclaim.console.CandidateState.CLOSED_SKIPPED;
import static dev.reclaim.console.CandidateState.HELD;
import static dev.reclaim.console.CandidateState.READY;

import dev.reclaim.events.CandidateEvent;
import dev.reclaim.events.ConsentEvent;
import dev.reclaim.events.Event;
import dev.reclaim.events.InboxEvent;
import dev.reclaim.events.PolicyEvent;
import dev.reclaim.events.RevocationEvent;
import dev.reclaim.events.SignalEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * What one event does to the state of its candidate.
 *
 * @param rank its place in the walk, where the time does not tell
 * @param leadsTo the state that it leads to; empty when it changes none
 * @param due when that state ends by itself, if it does
 * @param answers whether what was waited for has come, so that nothing is due any more
 */
public record Effect(
    int rank, Optional<CandidateState> leadsTo, Optional<Instant> due, boolean answers) {

  static Effect of(Event event) {
    return switch (event) {
      case CandidateEvent e -> ofRules(e);
      case ConsentEvent e -> ofConsent(e);
      case RevocationEvent e -> ofRevocation(e);
      case InboxEvent _, SignalEvent _, PolicyEvent _ -> none(0);
    };
  }

  private static Effect ofRules(CandidateEvent event) {
    return switch (event) {
      case CandidateEvent.CandidateFound _ -> to(1, READY);
      case CandidateEvent.CandidateWithdrawn _ -> none(40);
    };
  }

  private static Effect ofConsent(ConsentEvent event) {
    return switch (event) {
      case ConsentEvent.CandidateReady _ -> to(2, READY);
      case ConsentEvent.CandidateNeedsAttention _ -> to(4, ATTENTION_REQUIRED);
      case ConsentEvent.CandidateHeld e -> new Effect(3, Optional.of(HELD), e.until(), false);
      case ConsentEvent.HolderAsked e -> until(5, AWAITING_USER, e.until());
      case ConsentEvent.AnswerRefused _ -> none(6);
      case ConsentEvent.Reminded _, ConsentEvent.StandInNamed _, ConsentEvent.StandInEnded _ ->
          none(6);
      case ConsentEvent.HolderAnswered _ -> answer(7);
      case ConsentEvent.ManagerAsked e -> until(8, AWAITING_APPROVAL, e.until());
      case ConsentEvent.ManagerAnswered _ -> answer(9);
      case ConsentEvent.RevocationApproved _ -> to(10, AWAITING_REVOCATION);
      case ConsentEvent.RevocationCalledOff _ -> none(41);
      case ConsentEvent.CandidateClosed e ->
          to(
              50,
              switch (e.outcome()) {
                case COMPLETE -> CLOSED_COMPLETE;
                case SKIPPED -> CLOSED_SKIPPED;
                case CANCELED -> CLOSED_CANCELED;
              });
    };
  }

  private static Effect ofRevocation(RevocationEvent event) {
    return switch (event) {
      case RevocationEvent.RevocationRequested _ -> to(20, AWAITING_REVOCATION);
      case RevocationEvent.RevocationHeld _ -> to(21, HELD);
      case RevocationEvent.StepIntended _ -> to(22, AWAITING_REVOCATION);
      case RevocationEvent.AccessRemoved _ -> to(23, AWAITING_REVOCATION);
      case RevocationEvent.SeatFreed _ -> to(24, AWAITING_REVOCATION);
      case RevocationEvent.RevocationVerified _ -> to(25, AWAITING_REVOCATION);
      case RevocationEvent.RevocationCanceled _ -> none(26);
      case RevocationEvent.RevocationFailed _ -> to(27, ATTENTION_REQUIRED);
      case RevocationEvent.RestoreRequested _ -> none(60);
      case RevocationEvent.SeatRestored _ -> none(61);
      case RevocationEvent.RestoreFailed _ -> none(62);
      case RevocationEvent.RevocationPlanned _ -> none(20);
      case RevocationEvent.ManualTaskOpened _, RevocationEvent.ManualTaskAssigned _ ->
          to(22, AWAITING_REVOCATION);
      case RevocationEvent.ManualTaskOverdue _, RevocationEvent.ManualTaskDone _ ->
          to(23, AWAITING_REVOCATION);
      case RevocationEvent.DriftFound _, RevocationEvent.DriftEnded _ -> none(63);
      case RevocationEvent.BrakeStopped _, RevocationEvent.BrakeHandled _ -> none(0);
    };
  }

  private static Effect none(int rank) {
    return new Effect(rank, Optional.empty(), Optional.empty(), false);
  }

  private static Effect answer(int rank) {
    return new Effect(rank, Optional.empty(), Optional.empty(), true);
  }

  private static Effect to(int rank, CandidateState state) {
    return new Effect(rank, Optional.of(state), Optional.empty(), false);
  }

  private static Effect until(int rank, CandidateState state, Instant due) {
    return new Effect(rank, Optional.of(state), Optional.ofNullable(due), false);
  }
}
