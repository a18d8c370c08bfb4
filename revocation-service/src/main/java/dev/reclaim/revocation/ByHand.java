package dev.reclaim.revocation;

import dev.reclaim.events.Actor;
import dev.reclaim.events.OperationId;
import dev.reclaim.events.RevocationEvent;
import dev.reclaim.events.RevocationEvent.ManualTaskAssigned;
import dev.reclaim.events.RevocationEvent.ManualTaskDone;
import dev.reclaim.events.RevocationEvent.ManualTaskOverdue;
import dev.reclaim.events.RevocationEvent.RevocationCanceled;
import dev.reclaim.events.RevocationEvent.RevocationFailed;
import java.time.Instant;
import java.util.Optional;

/** A person has to take the next step; it waits for their proof. */
public record ByHand(Task task, Course course, ManualTask manual) implements Revocation {

  public Next<ByHand> assign(String to, Actor by, Instant now) {
    return waiting(
        manual.assign(to),
        now,
        new ManualTaskAssigned(
            task.id(),
            task.candidate(),
            task.seat(),
            "%s shall do it".formatted(to),
            manual.step(),
            to,
            by));
  }

  /** It should be done by now. It is said once. */
  public Next<ByHand> remind(Instant now) {
    return waiting(
        manual.late(),
        now,
        new ManualTaskOverdue(
            task.id(),
            task.candidate(),
            task.seat(),
            "%s by hand was due at %s".formatted(manual.step(), manual.dueAt()),
            manual.step(),
            manual.assignee(),
            manual.dueAt()));
  }

  /** Nothing has changed. */
  public Next<ByHand> wait(Instant now) {
    return waiting(manual, now);
  }

  /**
   * A person did it.
   *
   * @param proof what shows it
   */
  public Next<Requested> done(Actor by, String proof, Instant now) {
    int attempt = course.attemptsOf(manual.step().name()) + 1;
    OperationId operation = OperationId.of(task.id(), manual.step().name(), attempt);
    String how = "done by hand by %s: %s".formatted(by.id(), proof);
    Taken taken = new Taken(manual.step(), operation, manual.place(), now, how);
    return Next.due(
            now,
            new Requested(task, course.begin(manual.step().name()).take(taken), Optional.empty()),
            new ManualTaskDone(
                task.id(), task.candidate(), task.seat(), how, manual.step(), proof, by),
            Said.stepDone(task, taken))
        .mark(
            new Mark.PassedOver(operation, manual.step(), Mark.Direction.TAKE, attempt, how, now));
  }

  public Next<Canceled> cancel(RevocationCanceled.Cause cause, String why) {
    return Next.rests(
        new Canceled(task, course, cause, why),
        new RevocationCanceled(task.id(), task.candidate(), task.seat(), why, cause));
  }

  public Next<Failed> fail(String why, String whatToDo) {
    return Next.rests(
        new Failed(task, course, Optional.of(manual.step()), why, whatToDo),
        new RevocationFailed(
            task.id(), task.candidate(), task.seat(), why, Optional.of(manual.step()), whatToDo));
  }

  private Next<ByHand> waiting(ManualTask now, Instant at, RevocationEvent... said) {
    ByHand state = new ByHand(task, course, now);
    return now.overdue() || !now.dueAt().isAfter(at)
        ? Next.rests(state, said)
        : Next.due(now.dueAt(), state, said);
  }
}
