package dev.reclaim.revocation;

import dev.reclaim.events.Actor;
import dev.reclaim.events.OperationId;
import dev.reclaim.events.RevocationEvent;
import dev.reclaim.events.RevocationEvent.RestoreRequested;
import dev.reclaim.events.RevocationEvent.Step;
import java.time.Instant;
import java.util.Optional;

/** The earlier state is to be put back, step by step in reverse. */
public record Restoring(Task task, Course course, Undo undo) implements Revocation {

  static Next<Restoring> begin(Task task, Course course, Actor by, String reason, Instant now) {
    return Next.due(
        now,
        new Restoring(task, course.getOn(), Undo.of(course, by, reason)),
        new RestoreRequested(task.id(), task.candidate(), task.seat(), reason, by));
  }

  public Next<Restoring> waitUntil(Instant until, Course tried) {
    return Next.due(until, new Restoring(task, tried, undo));
  }

  public Next<PuttingBack> intend(Step step, Instant now) {
    String what = nameOf(step);
    Course begun = course.begin(what);
    OperationId operation = OperationId.of(task.id(), what, begun.attemptsOf(what));
    return Next.due(now, new PuttingBack(task, begun, undo, step, operation, now))
        .mark(
            new Mark.Intended(
                operation,
                step,
                Mark.Direction.PUT_BACK,
                begun.attemptsOf(what),
                Optional.empty(),
                now));
  }

  /** A look showed that this much is so already. */
  public Next<Restoring> passOver(Step step, String proof, Instant now) {
    String what = nameOf(step);
    int attempt = course.attemptsOf(what) + 1;
    return Next.due(now, new Restoring(task, course.begin(what).getOn(), undo.without(step)))
        .mark(
            new Mark.PassedOver(
                OperationId.of(task.id(), what, attempt),
                step,
                Mark.Direction.PUT_BACK,
                attempt,
                proof,
                now));
  }

  /** Nothing is left to put back. */
  public Next<CheckingRestore> check(Instant now) {
    return Next.due(now, new CheckingRestore(task, course.getOn(), undo));
  }

  public Next<RestoreFailed> fail(String why, String whatToDo) {
    return Next.rests(
        new RestoreFailed(task, course.getOn(), why, whatToDo),
        new RevocationEvent.RestoreFailed(task.id(), task.candidate(), task.seat(), why, whatToDo));
  }

  private static String nameOf(Step step) {
    return "PUT_BACK_" + step.name();
  }
}
