package dev.reclaim.revocation;

import dev.reclaim.events.Actor;
import java.time.Instant;

/** The earlier state could not be put back, or not all of it. */
public record RestoreFailed(Task task, Course course, String why, String whatToDo)
    implements Revocation {

  public Next<Restoring> restore(Actor by, String reason, Instant now) {
    return Restoring.begin(task, course, by, reason, now);
  }
}
