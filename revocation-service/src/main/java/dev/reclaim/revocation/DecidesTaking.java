package dev.reclaim.revocation;

import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.RevocationEvent.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Where a revocation goes next on the way down. Pure: all it knows is handed to it. */
public final class DecidesTaking {

  private static final String RESUME = "then resume the candidate.";

  private final Brakes brakes;
  private final Retries retries;

  public DecidesTaking(Brakes brakes, Retries retries) {
    this.brakes = brakes;
    this.retries = retries;
  }

  /** Facts and brakes, before the next step. */
  public Verdict judge(Requested waiting, Facts facts, Instant now) {
    Optional<Step> step = waiting.course().nextOf(waiting.task().plan());
    if (step.isEmpty()) {
      return new Verdict.Decided(waiting.lookBack(now));
    }
    Optional<Objection> objection = Objection.against(waiting.task(), facts);
    if (objection.isPresent()) {
      return new Verdict.Decided(stop(waiting, objection.get()));
    }
    if (facts.application().isEmpty()) {
      return new Verdict.Decided(waitForPolicy(waiting, now));
    }
    Optional<SeatSource> source = facts.application().get().seats();
    if (source.isEmpty()) {
      return new Verdict.Decided(
          waiting.fail(
              facts.application().get().title() + " has no connection",
              "Take the seat back by hand, or let the policy name its group; " + RESUME));
    }
    return brakes
        .holding(waiting, facts.readings())
        .<Verdict>map(
            brake -> new Verdict.Decided(waiting.hold(brake, waiting.course(), Optional.empty())))
        .orElse(new Verdict.GoOn(step.get(), source.get()));
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
      case Verdict.GoOn(Step step, SeatSource source) ->
          switch (seen.look()) {
            case Look.Gone(String proof) -> waiting.passOver(step, source, proof, now);
            case Look.Nowhere(String why, String whatToDo) -> waiting.fail(why, whatToDo);
            case Look.Unreadable(String why) ->
                holdUnread(waiting, source, why, Duration.ZERO, now);
            case Look.There(Optional<String> refusal) when refusal.isPresent() ->
                waiting.fail(refusal.get(), "Do it by hand, if it is meant; " + RESUME);
            case Look.There _ -> afterSaving(waiting, step, source, seen.earlier(), now);
          };
    };
  }

  private Next<? extends Revocation> afterSaving(
      Requested waiting,
      Step step,
      SeatSource source,
      Optional<CaptureOutcome> earlier,
      Instant now) {
    return switch (earlier.orElseThrow()) {
      case CaptureOutcome.Saved(var state) ->
          waiting.intend(step, new Kept(state, source, now), whyNow(waiting, step), now);
      case CaptureOutcome.TryLater(Duration after, String why) ->
          holdUnread(waiting, source, why, after, now);
      case CaptureOutcome.Failed(String why, String whatToDo) ->
          waiting.fail("the earlier state cannot be saved: " + why, whatToDo);
    };
  }

  /** The vendor's answer to the call that was just made. */
  public Next<? extends Revocation> answered(
      InFlight flight, RevocationOutcome outcome, Instant now) {
    return switch (outcome) {
      case RevocationOutcome.Revoked() -> flight.done("the system took it away", now);
      case RevocationOutcome.AlreadyGone(String proof) ->
          flight.done("already gone: " + proof, now);
      case RevocationOutcome.CannotBeRevoked(String why, String whatToDo) ->
          flight.fail("cannot be revoked", afterRefusal(flight), why, whatToDo, now);
      case RevocationOutcome.Failed(String why, String whatToDo) ->
          flight.fail("failed", flight.course(), why, whatToDo, now);
      case RevocationOutcome.Accepted(Duration lookAfter, Duration _, String what) ->
          lookLater(flight, what, lookAfter, now);
      case RevocationOutcome.TryLater(Duration after, String why, var _) ->
          lookLater(flight, why, after, now);
    };
  }

  /** A look at a call whose outcome nobody recorded. */
  public Next<? extends Revocation> readBack(InFlight flight, Look look, Instant now) {
    return switch (look) {
      case Look.Gone(String proof) -> flight.done("found done by a look: " + proof, now);
      case Look.There _ when now.isBefore(retries.settled(flight.since())) ->
          flight.lookLater(
              "its effect may still arrive", flight.course(), retries.settled(flight.since()), now);
      case Look.There _ -> tryAgain(flight, now);
      case Look.Unreadable(String why) -> lookLater(flight, why, Duration.ZERO, now);
      case Look.Nowhere(String why, String whatToDo) ->
          flight.fail("unknown", flight.course(), cannotTell(flight, why), whatToDo, now);
    };
  }

  /** The look after the last step. */
  public Next<? extends Revocation> verify(
      AwaitingVerification waiting, Looks looks, Facts facts, Instant now) {
    Course tried = waiting.course().tryOnceMore(now);
    return switch (looks.sum(Looks.Wanted.GONE)) {
      case Looks.Sum.AsWanted(String proof) ->
          waiting.verify(proof, now.plus(Duration.ofDays(daysOf(facts))));
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
        : waiting.fail(
            "stopped half-way, after %s: %s"
                .formatted(
                    waiting.course().taken().stream().map(Taken::step).toList(), objection.why()),
            "Restore it to give back what was taken, or resume the candidate to take the rest.");
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
      Requested waiting, SeatSource source, String why, Duration atLeast, Instant now) {
    Course tried = waiting.course().tryOnceMore(now);
    return retries
        .next(tried, atLeast, now)
        .<Next<? extends Revocation>>map(
            at -> waiting.hold(Brake.unreadable(source.connection(), why), tried, Optional.of(at)))
        .orElseGet(
            () ->
                waiting.fail(
                    "the connection %s could not be read for too long: %s"
                        .formatted(source.connection(), why),
                    "Check the connection; " + RESUME));
  }

  private Next<? extends Revocation> lookLater(
      InFlight flight, String why, Duration atLeast, Instant now) {
    Course tried = flight.course().tryOnceMore(now);
    return retries
        .next(tried, atLeast, now)
        .<Next<? extends Revocation>>map(at -> flight.lookLater(why, tried, at, now))
        .orElseGet(
            () ->
                flight.fail(
                    "unknown",
                    flight.course(),
                    cannotTell(flight, why),
                    "Look for yourself and repair the connection; " + RESUME,
                    now));
  }

  private Next<? extends Revocation> tryAgain(InFlight flight, Instant now) {
    Course tried = flight.course().tryOnceMore(now);
    String why = "a look shows that it had no effect";
    return retries
        .next(tried, now)
        .<Next<? extends Revocation>>map(at -> flight.hadNoEffect(why, tried, at, now))
        .orElseGet(
            () ->
                flight.fail(
                    "no effect",
                    flight.course(),
                    "%s had no effect in %d attempts"
                        .formatted(flight.step(), flight.course().attemptsOf(flight.step().name())),
                    "Look at the system's own log; " + RESUME,
                    now));
  }

  /** Nothing was taken if this was the only call; an earlier one without answer may have. */
  private static Course afterRefusal(InFlight flight) {
    return flight.course().attemptsOf(flight.step().name()) == 1
        ? flight.course().forget(flight.step())
        : flight.course();
  }

  private static String cannotTell(InFlight flight, String why) {
    return "nobody can tell whether %s was done: %s".formatted(flight.step(), why);
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
