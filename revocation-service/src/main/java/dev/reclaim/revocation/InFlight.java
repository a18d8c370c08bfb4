package dev.reclaim.revocation;

import dev.reclaim.events.OperationId;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.RevocationEvent.RevocationFailed;
import dev.reclaim.events.RevocationEvent.Step;
import java.time.Instant;
import java.util.Optional;

/**
 * The intent is committed, and the outcome is unknown until it is recorded. Whoever finds a
 * revocation in this state looks, and does not call.
 */
public record InFlight(
    Task task, Course course, Step step, OperationId operation, SeatSource source, Instant since)
    implements Revocation {

  public Next<Requested> done(String how, Instant now) {
    Taken taken = new Taken(step, operation, source, now, how);
    return Next.due(
            now,
            new Requested(task, course.take(taken), Optional.empty()),
            Said.stepDone(task, taken))
        .mark(new Mark.Ended(operation, "done", how, now));
  }

  /** Nobody can tell yet whether it happened: look then. */
  public Next<InFlight> lookLater(String why, Course tried, Instant at, Instant now) {
    return Next.due(at, new InFlight(task, tried, step, operation, source, since))
        .mark(new Mark.Ended(operation, "unknown", why, now));
  }

  /** A look proved that the call had no effect. Another attempt may be made then. */
  public Next<Requested> hadNoEffect(String why, Course tried, Instant tryAgain, Instant now) {
    return Next.due(tryAgain, new Requested(task, tried, Optional.empty()))
        .mark(new Mark.Ended(operation, "no effect", why, now));
  }

  public Next<Failed> fail(String outcome, Course after, String why, String whatToDo, Instant now) {
    return Next.rests(
            new Failed(task, after, Optional.of(step), why, whatToDo),
            new RevocationFailed(
                task.id(), task.candidate(), task.seat(), why, Optional.of(step), whatToDo))
        .mark(new Mark.Ended(operation, outcome, why, now));
  }
}
