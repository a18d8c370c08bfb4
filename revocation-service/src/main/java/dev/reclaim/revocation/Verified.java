package dev.reclaim.revocation;

import dev.reclaim.events.Actor;
import java.time.Instant;

/** Access and seat are gone, proved by a look. */
public record Verified(Task task, Course course, Instant restorableUntil) implements Revocation {

  public Next<Restoring> restore(Actor by, String reason, Instant now) {
    return Restoring.begin(task, course, by, reason, now);
  }
}
