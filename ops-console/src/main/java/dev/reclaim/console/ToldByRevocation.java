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

  static Told of(RevocationEvent.AboutRevocation event) {
    return new Told(what(event), who(event), event.why(), evidence(event));
  }

  private static Actor who(RevocationEvent.AboutRevocation event) {
    return switch (event) {
      case RevocationEvent.RestoreRequested e -> e.by();
      case RevocationEvent.ManualTaskAssigned e -> e.by();
      case RevocationEvent.ManualTaskDone e -> e.by();
      case RevocationEvent.AboutRevocation _ -> REVOCATION;
    };
  }

  private static String what(RevocationEvent.AboutRevocation event) {
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
      case RevocationEvent.RevocationPlanned _ -> "Steps planned";
      case RevocationEvent.ManualTaskOpened _ -> "A person has to do it";
      case RevocationEvent.ManualTaskAssigned _ -> "Manual task handed over";
      case RevocationEvent.ManualTaskOverdue _ -> "Manual task overdue";
      case RevocationEvent.ManualTaskDone _ -> "Done by hand";
      case RevocationEvent.DriftFound _ -> "Access and seat differ";
      case RevocationEvent.DriftEnded _ -> "Access and seat agree again";
    };
  }

  private static List<Fact> evidence(RevocationEvent.AboutRevocation event) {
    List<Fact> facts = new ArrayList<>(details(event));
    facts.addAll(ToldByRules.seat(event.seat()));
    facts.add(Fact.code("Revocation", event.revocation()));
    return List.copyOf(facts);
  }

  private static List<Fact> details(RevocationEvent.AboutRevocation event) {
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
      case RevocationEvent.RevocationPlanned e -> planned(e);
      case RevocationEvent.ManualTaskOpened e ->
          List.of(Fact.text("Step", words(e.step())), Fact.at("Due", e.dueAt()));
      case RevocationEvent.ManualTaskAssigned e ->
          List.of(Fact.text("Step", words(e.step())), Fact.text("By", e.assignee()));
      case RevocationEvent.ManualTaskOverdue e ->
          List.of(Fact.text("Step", words(e.step())), Fact.at("Due", e.dueAt()));
      case RevocationEvent.ManualTaskDone e ->
          List.of(Fact.text("Step", words(e.step())), Fact.text("Proof", e.proof()));
      case RevocationEvent.DriftFound e -> List.of(Fact.text("What to do", e.whatToDo()));
      case RevocationEvent.DriftEnded _ -> List.of();
    };
  }

  private static List<Fact> planned(RevocationEvent.RevocationPlanned event) {
    List<Fact> facts = new ArrayList<>();
    event
        .steps()
        .forEach(
            one ->
                facts.add(
                    Fact.text(
                        words(one.step()),
                        one.connection().map(Object::toString).orElse("by hand"))));
    event.leftOut().forEach(one -> facts.add(Fact.text("Left out", one)));
    return facts;
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
