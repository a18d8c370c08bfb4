package dev.reclaim.revocation;

import dev.reclaim.events.Actor;
import dev.reclaim.events.ConsentEvent.RevocationApproved;
import dev.reclaim.events.RevocationEvent.Step;
import java.time.Instant;
import java.util.Optional;

/**
 * It cannot go on without a person.
 *
 * @param step the step that stands in the way, if one does
 */
public record Failed(Task task, Course course, Optional<Step> step, String why, String whatToDo)
    implements Revocation {

  /** A person has dealt with it. The last look before the next call shows what was done. */
  public Next<Requested> resume(RevocationApproved again, Instant now) {
    return Next.due(now, new Requested(Task.of(again), course.startAgain(), Optional.empty()));
  }

  /** Gives back what was taken before it failed, or may have been. */
  public Next<Restoring> restore(Actor by, String reason, Instant now) {
    return Restoring.begin(task, course, by, reason, now);
  }
}
