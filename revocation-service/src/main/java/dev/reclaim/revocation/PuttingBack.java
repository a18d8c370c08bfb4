package dev.reclaim.revocation;

import dev.reclaim.events.OperationId;
import dev.reclaim.events.RevocationEvent;
import dev.reclaim.events.RevocationEvent.Step;
import java.time.Instant;

/** The intent to undo one step is committed, and the outcome is unknown until it is recorded. */
public record PuttingBack(
    Task task, Course course, Undo undo, Step step, OperationId operation, Instant since)
    implements Revocation {

  public Next<Restoring> done(String how, Instant now) {
    return Next.due(now, new Restoring(task, course.getOn(), undo.without(step)))
        .mark(new Mark.Ended(operation, "done", how, now));
  }

  public Next<PuttingBack> lookLater(String why, Course tried, Instant at, Instant now) {
    return Next.due(at, new PuttingBack(task, tried, undo, step, operation, since))
        .mark(new Mark.Ended(operation, "unknown", why, now));
  }

  public Next<Restoring> hadNoEffect(String why, Course tried, Instant tryAgain, Instant now) {
    return Next.due(tryAgain, new Restoring(task, tried, undo))
        .mark(new Mark.Ended(operation, "no effect", why, now));
  }

  public Next<RestoreFailed> fail(String why, String whatToDo, Instant now) {
    return Next.rests(
            new RestoreFailed(task, course.getOn(), why, whatToDo),
            new RevocationEvent.RestoreFailed(
                task.id(), task.candidate(), task.seat(), why, whatToDo))
        .mark(new Mark.Ended(operation, "failed", why, now));
  }
}
