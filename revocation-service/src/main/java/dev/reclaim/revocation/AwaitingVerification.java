package dev.reclaim.revocation;

import dev.reclaim.events.RevocationEvent.RevocationFailed;
import dev.reclaim.events.RevocationEvent.RevocationVerified;
import dev.reclaim.events.RevocationEvent.Step;
import java.time.Instant;
import java.util.Optional;

/** The vendor says that all is done; only a look proves it. */
public record AwaitingVerification(Task task, Course course) implements Revocation {

  public Next<Verified> verify(String proof, Instant restorableUntil) {
    return Next.rests(
        new Verified(task, course.getOn(), restorableUntil),
        new RevocationVerified(task.id(), task.candidate(), task.seat(), proof, restorableUntil));
  }

  public Next<AwaitingVerification> lookLater(Course tried, Instant at) {
    return Next.due(at, new AwaitingVerification(task, tried));
  }

  /** The look shows again and again that it is not so, or shows nothing at all. */
  public Next<Failed> fail(Optional<Step> undone, String why, String whatToDo) {
    Course left = undone.map(course::withdraw).orElse(course);
    return Next.rests(
        new Failed(task, left.getOn(), undone, why, whatToDo),
        new RevocationFailed(task.id(), task.candidate(), task.seat(), why, undone, whatToDo));
  }
}
