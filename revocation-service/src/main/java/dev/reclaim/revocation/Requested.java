package dev.reclaim.revocation;

import dev.reclaim.events.ConsentEvent.RevocationApproved;
import dev.reclaim.events.OperationId;
import dev.reclaim.events.RevocationEvent;
import dev.reclaim.events.RevocationEvent.ManualTaskOpened;
import dev.reclaim.events.RevocationEvent.RevocationCanceled;
import dev.reclaim.events.RevocationEvent.RevocationFailed;
import dev.reclaim.events.RevocationEvent.RevocationHeld;
import dev.reclaim.events.RevocationEvent.RevocationPlanned;
import dev.reclaim.events.RevocationEvent.RevocationRequested;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.RevocationEvent.StepIntended;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The next step may be taken, once brakes and the last look allow it.
 *
 * @param lastHeldBy the brake that held it last; it is not announced twice in a row
 */
public record Requested(Task task, Course course, Optional<String> lastHeldBy)
    implements Revocation {

  /** A new order. */
  static Next<Requested> by(RevocationApproved approved, Instant now) {
    Task task = Task.of(approved);
    return Next.due(
        now,
        new Requested(task, Course.START, Optional.empty()),
        new RevocationRequested(
            task.id(), task.candidate(), task.seat(), approved.why(), task.wanted()));
  }

  /** What is done where is settled, and said together with what comes next. */
  public Next<Requested> follow(Plan plan, Instant now) {
    return Next.due(
        now,
        new Requested(task, course.follow(plan), lastHeldBy),
        new RevocationPlanned(
            task.id(),
            task.candidate(),
            task.seat(),
            plan.leftOut().isEmpty() ? "the steps are settled" : String.join("; ", plan.leftOut()),
            plan.steps().stream().map(PlannedStep::said).toList(),
            plan.leftOut()));
  }

  /** The steps that are not done yet, as planned or as wanted. */
  List<Step> stepsAhead() {
    return course
        .plan()
        .map(plan -> plan.steps().stream().map(PlannedStep::step).toList())
        .orElseGet(task::wanted)
        .stream()
        .filter(step -> !course.done(step))
        .toList();
  }

  /** Nothing is decided now: look again then. */
  public Next<Requested> waitUntil(Instant until, Course tried) {
    return Next.due(until, new Requested(task, tried, lastHeldBy));
  }

  public Next<Held> hold(Brake brake, Course tried, Optional<Instant> lookAgain) {
    Held held = new Held(task, tried, brake);
    RevocationEvent[] said =
        lastHeldBy.equals(Optional.of(brake.id()))
            ? new RevocationEvent[0]
            : new RevocationEvent[] {
              new RevocationHeld(task.id(), task.candidate(), task.seat(), brake.why(), brake.id())
            };
    return lookAgain.isPresent() ? Next.due(lookAgain.get(), held, said) : Next.rests(held, said);
  }

  /** Nothing was taken, and nothing will be. */
  public Next<Canceled> cancel(RevocationCanceled.Cause cause, String why) {
    return Next.rests(
        new Canceled(task, course, cause, why),
        new RevocationCanceled(task.id(), task.candidate(), task.seat(), why, cause));
  }

  public Next<Failed> fail(String why, String whatToDo) {
    Optional<Step> step = stepsAhead().stream().findFirst();
    return Next.rests(
        new Failed(task, course, step, why, whatToDo),
        new RevocationFailed(task.id(), task.candidate(), task.seat(), why, step, whatToDo));
  }

  /** The earlier state is saved and the call is about to be made. */
  public Next<InFlight> intend(Step step, Kept earlier, String why, Instant now) {
    Course begun = course.keep(step, earlier).begin(step.name());
    int attempt = begun.attemptsOf(step.name());
    OperationId operation = OperationId.of(task.id(), step.name(), attempt);
    Call call = new Call(step, operation, earlier.place(), now, Optional.empty());
    return Next.due(
            now,
            new InFlight(task, begun, call),
            new StepIntended(task.id(), task.candidate(), task.seat(), why, step, operation))
        .mark(
            new Mark.Intended(
                operation,
                step,
                Mark.Direction.TAKE,
                attempt,
                Optional.of(begun.kept().get(step).earlier()),
                now));
  }

  /** No interface offers the next step: a person gets it. */
  public Next<ByHand> handOver(ManualTask manual) {
    return Next.due(
        manual.dueAt(),
        new ByHand(task, course, manual),
        new ManualTaskOpened(
            task.id(),
            task.candidate(),
            task.seat(),
            manual.instructions(),
            manual.step(),
            manual.assignee(),
            manual.dueAt()));
  }

  /** The last look showed that there is nothing to take. */
  public Next<Requested> passOver(Step step, Place place, String proof, Instant now) {
    int attempt = course.attemptsOf(step.name()) + 1;
    OperationId operation = OperationId.of(task.id(), step.name(), attempt);
    Taken taken = new Taken(step, operation, Optional.of(place), now, "already gone: " + proof);
    return Next.due(
            now,
            new Requested(task, course.begin(step.name()).take(taken), Optional.empty()),
            Said.stepDone(task, taken))
        .mark(new Mark.PassedOver(operation, step, Mark.Direction.TAKE, attempt, proof, now));
  }

  /** All steps are done. */
  public Next<AwaitingVerification> lookBack(Instant now) {
    return Next.due(now, new AwaitingVerification(task, course.getOn()));
  }
}
