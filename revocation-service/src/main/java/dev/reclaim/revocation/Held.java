package dev.reclaim.revocation;

import java.time.Instant;
import java.util.Optional;

/** A brake holds it. */
public record Held(Task task, Course course, Brake brake) implements Revocation {

  /** The reason may have gone; everything is looked at again as if it were new. */
  public Next<Requested> judgeAfresh(Instant now) {
    return Next.due(now, new Requested(task, course, Optional.of(brake.id())));
  }

  /** Two people let it pass this one brake; all others still count. */
  public Next<Requested> release(String why, Instant now) {
    return Next.due(
        now, new Requested(task, course.release(brake.id(), why), Optional.of(brake.id())));
  }
}
