package dev.reclaim.revocation;

import dev.reclaim.events.ConsentEvent.RevocationApproved;
import dev.reclaim.events.RevocationEvent.RevocationCanceled;
import java.time.Instant;
import java.util.Optional;

/** The last look found a reason not to, or it was called off. Nothing was taken. */
public record Canceled(Task task, Course course, RevocationCanceled.Cause cause, String why)
    implements Revocation {

  /** It was ordered anew after all. */
  public Next<Requested> resume(RevocationApproved again, Instant now) {
    return Next.due(now, new Requested(Task.of(again), course.startAgain(), Optional.empty()));
  }
}
