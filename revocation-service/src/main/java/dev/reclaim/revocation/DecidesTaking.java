package dev.reclaim.revocation;

import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.RevocationEvent.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a revocation goes next on the way down. Pure: all it knows is handed to it. */
public final class DecidesTaking {

  private static final String RESUME = "then resume the candidate.";
  private static final String HALF_WAY =
      "Restore it to give back what was taken, or resume the candidate to take the rest.";

  private final PlansSteps plans;
  private final Brakes brakes;
  private final Retries retries;
  private final WritesInstructions instructions;
  private final DecidesAfterCall afterCall;

  public DecidesTaking(
      PlansSteps plans, Brakes brakes, Retries retries, WritesInstructions instructions) {
    this.plans = plans;
    this.brakes = brakes;
    this.retries = retries;
    this.instructions = instructions;
    this.afterCall = new DecidesAfterCall(retries);
  }

  /** Facts and brakes, before the next step. */
  public Verdict judge(Requested waiting, Facts facts, Instant now) {
    Optional<Objection> objection = Objection.against(waiting.task(), facts);
    if (objection.isPresent()) {
      return new Verdict.Decided(stop(waiting, objection.get()));
    }
    if (facts.application().isEmpty()) {
      return new Verdict.Decided(waitForPolicy(waiting, now));
    }
    Plan plan =
        waiting
            .course()
            .plan()
            .orElseGet(() -> plans.plan(waiting.task(), facts.application().get()));
    Optional<PlannedStep> step = waiting.course().follow(plan).next();
    if (step.isEmpty()) {
      return new Verdict.Decided(follow(waiting, plan, now).then(one -> one.lookBack(now)));
    }
    return brakes
        .holding(waiting, step.get().step(), facts, now)
        .<Verdict>map(
            stop -> new Verdict.Decided(waiting.hold(stop.brake(), waiting.course(), stop.until())))
        .orElseGet(() -> new Verdict.GoOn(plan, step.get(), names(waiting, step.get(), facts)));
  }

  /** Where the seat is, its own account; elsewhere the one found before, or any of the holder's. */
  private static List<String> names(Requested waiting, PlannedStep step, Facts facts) {
    String own = waiting.task().seat().account();
    Optional<ConnectionName> there = step.source().map(SeatSource::connection);
    if (there.isEmpty()
        || there.equals(
            facts.application().flatMap(KnownApplication::seats).map(SeatSource::connection))) {
      return List.of(own);
    }
    return waiting
        .course()
        .accountBehind(there.get())
        .map(List::of)
        .orElseGet(
            () ->
                Stream.concat(facts.holder().identifiers().stream(), Stream.of(own))
                    .distinct()
                    .toList());
  }

  private static Next<Requested> follow(Requested waiting, Plan plan, Instant now) {
    return waiting.course().plan().isPresent() ? Next.due(now, waiting) : waiting.follow(plan, now);
  }

  /** The same in the transaction that stores it. */
  public Next<? extends Revocation> judgeAgain(Requested waiting, Facts facts, Instant now) {
    return switch (judge(waiting, facts, now)) {
      case Verdict.Decided(Next<? extends Revocation> next) -> next;
      case Verdict.GoOn _ -> waiting.waitUntil(now, waiting.course());
    };
  }

  /** All that was seen before the next step; facts and brakes are those of this very moment. */
  public Next<? extends Revocation> afterLook(
      Requested waiting, Seen seen, Facts facts, Instant now) {
    return switch (judge(waiting, facts, now)) {
      case Verdict.Decided(Next<? extends Revocation> next) -> next;
      case Verdict.GoOn goOn when !goOn.equals(seen.about()) ->
          waiting.waitUntil(now, waiting.course());
      case Verdict.GoOn goOn ->
          follow(waiting, goOn.plan(), now).then(planned -> see(planned, seen, now));
    };
  }

  private Next<? extends Revocation> see(Requested waiting, Seen seen, Instant now) {
    Step step = seen.about().step().step();
    return switch (seen.look()) {
      case Look.Gone(String proof) ->
          DecidesAfterCall.lookBackAtTheEnd(
              waiting.passOver(step, seen.place().orElseThrow(), proof, now), now);
      case Look.Nowhere(String why, String whatToDo) -> waiting.fail(why, whatToDo);
      case Look.Unreadable(String why, Duration after) ->
          holdUnread(waiting, seen, why, after, now);
      case Look.There(Optional<String> refusal) -> unlessProtected(waiting, refusal, seen, now);
      case Look.NoTrace(Optional<String> refusal) -> unlessProtected(waiting, refusal, seen, now);
    };
  }

  private Next<? extends Revocation> unlessProtected(
      Requested waiting, Optional<String> refusal, Seen seen, Instant now) {
    if (refusal.isPresent()) {
      return waiting.fail(refusal.get(), "Do it by hand, if it is meant; " + RESUME);
    }
    return switch (seen.about().step().by()) {
      case CALL -> afterSaving(waiting, seen, now);
      case HAND ->
          waiting.handOver(
              instructions.write(waiting.task(), seen.about().step(), seen.place(), now));
    };
  }

  private Next<? extends Revocation> afterSaving(Requested waiting, Seen seen, Instant now) {
    Step step = seen.about().step().step();
    return switch (seen.earlier().orElseThrow()) {
      case CaptureOutcome.Saved(var state) ->
          waiting.intend(
              step, new Kept(state, seen.place().orElseThrow(), now), whyNow(waiting, step), now);
      case CaptureOutcome.TryLater(Duration after, String why) ->
          holdUnread(waiting, seen, why, after, now);
      case CaptureOutcome.Failed(String why, String whatToDo) ->
          waiting.fail("the earlier state cannot be saved: " + why, whatToDo);
    };
  }

  /** The vendor's answer to the call that was just made. */
  public Next<? extends Revocation> answered(
      InFlight flight, RevocationOutcome outcome, Instant now) {
    return afterCall.answered(flight, outcome, now);
  }

  /** A look at a call whose outcome nobody recorded. */
  public Next<? extends Revocation> readBack(InFlight flight, Look look, Instant now) {
    return afterCall.readBack(flight, look, now);
  }

  /** What a person does by hand, while it waits. */
  public Next<? extends Revocation> byHand(ByHand waiting, Facts facts, Instant now) {
    Optional<Objection> objection = Objection.against(waiting.task(), facts);
    if (objection.isPresent()) {
      return waiting.course().taken().isEmpty()
          ? waiting.cancel(objection.get().cause(), objection.get().why())
          : waiting.fail(halfWay(waiting.course(), objection.get()), HALF_WAY);
    }
    ManualTask manual = waiting.manual();
    return !manual.overdue() && !now.isBefore(manual.dueAt())
        ? waiting.remind(now)
        : waiting.wait(now);
  }

  /** The look after the last step. */
  public Next<? extends Revocation> verify(
      AwaitingVerification waiting, Looks looks, Facts facts, Instant now) {
    Course tried = waiting.course().tryOnceMore(now);
    return switch (looks.sum(Looks.Wanted.GONE)) {
      case Looks.Sum.AsWanted(String proof) ->
          waiting.verify(proof, now.plus(plans.undoWithin(waiting.course(), daysOf(facts))));
      case Looks.Sum.Otherwise(Step step) ->
          retries
              .nextLook(tried, now)
              .<Next<? extends Revocation>>map(at -> waiting.lookLater(tried, at))
              .orElseGet(
                  () ->
                      waiting.fail(
                          Optional.of(step),
                          "%s was answered as done, but looked at %d times it is not so"
                              .formatted(step, tried.tries().count()),
                          "Find out what gives it back, a sync or another group; " + RESUME));
      case Looks.Sum.Unknown(String why) ->
          retries
              .next(tried, now)
              .<Next<? extends Revocation>>map(at -> waiting.lookLater(tried, at))
              .orElseGet(
                  () ->
                      waiting.fail(
                          Optional.empty(),
                          "nobody can tell whether it is so: " + why,
                          "Look for yourself and repair the connection; " + RESUME));
      case Looks.Sum.Senseless(String why, String whatToDo) ->
          waiting.fail(Optional.empty(), "nobody can tell whether it is so: " + why, whatToDo);
    };
  }

  /** Before the first step it is canceled; after it, a person decides what becomes of the half. */
  static Next<? extends Revocation> stop(Requested waiting, Objection objection) {
    return waiting.course().taken().isEmpty()
        ? waiting.cancel(objection.cause(), objection.why())
        : waiting.fail(halfWay(waiting.course(), objection), HALF_WAY);
  }

  private static String halfWay(Course course, Objection objection) {
    return "stopped half-way, after %s: %s"
        .formatted(course.taken().stream().map(Taken::step).toList(), objection.why());
  }

  private Next<? extends Revocation> waitForPolicy(Requested waiting, Instant now) {
    Course tried = waiting.course().tryOnceMore(now);
    return retries
        .next(tried, now)
        .<Next<? extends Revocation>>map(at -> waiting.waitUntil(at, tried))
        .orElseGet(
            () ->
                waiting.fail(
                    "no policy defines " + waiting.task().seat().application(),
                    "Define the application; " + RESUME));
  }

  private Next<? extends Revocation> holdUnread(
      Requested waiting, Seen seen, String why, Duration atLeast, Instant now) {
    ConnectionName connection = seen.about().step().source().orElseThrow().connection();
    Course tried = waiting.course().tryOnceMore(now);
    return retries
        .next(tried, atLeast, now)
        .<Next<? extends Revocation>>map(
            at -> waiting.hold(Brake.unreadable(connection, why), tried, Optional.of(at)))
        .orElseGet(
            () ->
                waiting.fail(
                    "the connection %s could not be read for too long: %s"
                        .formatted(connection, why),
                    "Check the connection; " + RESUME));
  }

  private static String whyNow(Requested waiting, Step step) {
    String released = String.join("; ", waiting.course().released().values());
    return "brakes and the last look allow %s%s"
        .formatted(step, released.isEmpty() ? "" : "; " + released);
  }

  private static int daysOf(Facts facts) {
    return facts.application().map(KnownApplication::restorableDays).orElse(0);
  }
}
