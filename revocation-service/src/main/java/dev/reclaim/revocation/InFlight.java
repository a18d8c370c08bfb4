package dev.reclaim.revocation;

import dev.reclaim.events.RevocationEvent.RevocationFailed;
import java.time.Instant;
import java.util.Optional;

/**
 * The intent is committed, and the outcome is unknown until it is recorded. Whoever finds a
 * revocation in this state looks, and does not call.
 */
public record InFlight(Task task, Course course, Call call) implements Revocation {

  public Next<Requested> done(String how, Instant now) {
    Taken taken = new Taken(call.step(), call.operation(), Optional.of(call.place()), now, how);
    return Next.due(
            now,
            new Requested(task, course.take(taken), Optional.empty()),
            Said.stepDone(task, taken))
        .mark(new Mark.Ended(call.operation(), "done", how, now));
  }

  /** Nobody can tell yet whether it happened: look then. */
  public Next<InFlight> lookLater(String why, Course tried, Instant at, Instant now) {
    return Next.due(at, new InFlight(task, tried, call))
        .mark(new Mark.Ended(call.operation(), "unknown", why, now));
  }

  /** The system carries it out by itself: look then, and give it time. */
  public Next<InFlight> accepted(String what, Instant lookAt, Instant until, Instant now) {
    return Next.due(lookAt, new InFlight(task, course, call.accepted(until)))
        .mark(new Mark.Ended(call.operation(), "accepted", what, now));
  }

  /** The call certainly had no effect. Another attempt may be made then. */
  public Next<Requested> hadNoEffect(String why, Course tried, Instant tryAgain, Instant now) {
    return Next.due(tryAgain, new Requested(task, tried, Optional.empty()))
        .mark(new Mark.Ended(call.operation(), "no effect", why, now));
  }

  /** No look will ever tell, and taking it once more harms nobody. */
  public Next<Requested> takeOnceMore(String why, Instant now) {
    Course again = course.begin(Look.NoTrace.TAKEN_AGAIN + call.step());
    return Next.due(now, new Requested(task, again, Optional.empty()))
        .mark(new Mark.Ended(call.operation(), "unknown", why, now));
  }

  public Next<Failed> fail(String outcome, Course after, String why, String whatToDo, Instant now) {
    return Next.rests(
            new Failed(task, after, Optional.of(call.step()), why, whatToDo),
            new RevocationFailed(
                task.id(), task.candidate(), task.seat(), why, Optional.of(call.step()), whatToDo))
        .mark(new Mark.Ended(call.operation(), outcome, why, now));
  }
}
