package dev.reclaim.revocation;

import dev.reclaim.events.RevocationEvent;
import dev.reclaim.events.RevocationEvent.SeatRestored;
import java.time.Instant;

/** The vendor says that the earlier state is back; only a look proves it. */
public record CheckingRestore(Task task, Course course, Undo undo) implements Revocation {

  public Next<Restored> prove(String proof, Instant now) {
    return Next.rests(
        new Restored(task, course.getOn(), now),
        new SeatRestored(task.id(), task.candidate(), task.seat(), proof, now));
  }

  public Next<CheckingRestore> lookLater(Course tried, Instant at) {
    return Next.due(at, new CheckingRestore(task, tried, undo));
  }

  public Next<RestoreFailed> fail(String why, String whatToDo) {
    return Next.rests(
        new RestoreFailed(task, course.getOn(), why, whatToDo),
        new RevocationEvent.RestoreFailed(task.id(), task.candidate(), task.seat(), why, whatToDo));
  }
}
