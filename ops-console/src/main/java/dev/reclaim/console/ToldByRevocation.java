package dev.reclaim.console;

import dev.reclaim.events.Actor;
import dev.reclaim.events.OperationId;
import dev.reclaim.events.RevocationEvent;
import dev.reclaim.events.RevocationEvent.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What revocation-service says, in words. */
final class ToldByRevocation {

  private static final Actor REVOCATION = Actor.system("revocation-service");

  private ToldByRevocation() {}

  static Told of(RevocationEvent event) {
    Actor who =
        event instanceof RevocationEvent.RestoreRequested restore ? restore.by() : REVOCATION;
    return new Told(what(event), who, event.why(), evidence(event));
  }

  private static String what(RevocationEvent event) {
    return switch (event) {
      case RevocationEvent.RevocationRequested _ -> "Revocation ordered";
      case RevocationEvent.RevocationHeld _ -> "Held by a brake";
      case RevocationEvent.RevocationCanceled _ -> "Revocation canceled";
      case RevocationEvent.StepIntended _ -> "About to call the outside system";
      case RevocationEvent.AccessRemoved _ -> "Access removed";
      case RevocationEvent.SeatFreed _ -> "Seat freed";
      case RevocationEvent.RevocationVerified _ -> "Proved by a read-back";
      case RevocationEvent.RevocationFailed _ -> "Revocation failed";
      case RevocationEvent.RestoreRequested _ -> "Restore asked for";
      case RevocationEvent.SeatRestored _ -> "Seat given back";
      case RevocationEvent.RestoreFailed _ -> "Restore failed";
    };
  }

  private static List<Fact> evidence(RevocationEvent event) {
    List<Fact> facts = new ArrayList<>(details(event));
    facts.addAll(ToldByRules.seat(event.seat()));
    facts.add(Fact.code("Revocation", event.revocation()));
    return List.copyOf(facts);
  }

  private static List<Fact> details(RevocationEvent event) {
    return switch (event) {
      case RevocationEvent.RevocationRequested e ->
          List.of(
              Fact.text(
                  "Plan",
                  e.plan().stream()
                      .map(ToldByRevocation::words)
                      .collect(Collectors.joining(", then "))));
      case RevocationEvent.RevocationHeld e -> List.of(Fact.text("Brake", e.brake()));
      case RevocationEvent.RevocationCanceled e ->
          List.of(
              Fact.text(
                  "The last look found",
                  switch (e.cause()) {
                    case USED -> "use";
                    case HOLD_PLACED -> "a hold";
                    case CALLED_OFF -> "that it was called off";
                  }));
      case RevocationEvent.StepIntended e -> step(e.step(), e.operation());
      case RevocationEvent.AccessRemoved e -> step(e.step(), e.operation());
      case RevocationEvent.SeatFreed e -> step(e.step(), e.operation());
      case RevocationEvent.RevocationVerified e ->
          List.of(Fact.at("Can be given back until", e.restorableUntil()));
      case RevocationEvent.RevocationFailed e -> List.of(Fact.text("What to do", e.whatToDo()));
      case RevocationEvent.RestoreRequested _ -> List.of();
      case RevocationEvent.SeatRestored e -> List.of(Fact.at("Read back", e.at()));
      case RevocationEvent.RestoreFailed e -> List.of(Fact.text("What to do", e.whatToDo()));
    };
  }

  private static List<Fact> step(Step step, OperationId operation) {
    return List.of(Fact.text("Step", words(step)), Fact.code("Operation", operation));
  }

  private static String words(Step step) {
    return switch (step) {
      case DISABLE_ACCOUNT -> "disable the account";
      case END_SESSIONS -> "end all sessions";
      case REVOKE_TOKENS -> "revoke keys and tokens";
      case LEAVE_GROUPS -> "leave the groups";
      case FREE_SEAT -> "free the seat";
    };
  }
}
