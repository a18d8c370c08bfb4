package dev.reclaim.revocation;

import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.RevocationOutcome.TryLater.SoFar;
import dev.reclaim.events.RevocationEvent.Step;
import java.time.Duration;
import java.time.Instant;

/**
 * Where a revocation goes once a call was made: by the vendor's answer, or by a look where nobody
 * recorded one.
 */
final class DecidesAfterCall {

  private static final String RESUME = "then resume the candidate.";

  private final Retries retries;

  DecidesAfterCall(Retries retries) {
    this.retries = retries;
  }

  /** The vendor's answer to the call that was just made. */
  Next<? extends Revocation> answered(InFlight flight, RevocationOutcome outcome, Instant now) {
    return switch (outcome) {
      case RevocationOutcome.Revoked() -> done(flight, "the system took it away", now);
      case RevocationOutcome.AlreadyGone(String proof) ->
          done(flight, "already gone: " + proof, now);
      case RevocationOutcome.CannotBeRevoked(String why, String whatToDo) ->
          flight.fail("cannot be revoked", afterRefusal(flight), why, whatToDo, now);
      case RevocationOutcome.Failed(String why, String whatToDo) ->
          flight.fail("failed", flight.course(), why, whatToDo, now);
      case RevocationOutcome.Accepted(Duration lookAfter, Duration within, String what) ->
          flight.accepted(what, now.plus(lookAfter), now.plus(within), now);
      case RevocationOutcome.TryLater(Duration after, String why, SoFar soFar) ->
          switch (soFar) {
            case NOTHING -> tryAgain(flight, why, after, now);
            case PERHAPS -> lookLater(flight, why, after, now);
          };
    };
  }

  /** A look at a call whose outcome nobody recorded. */
  Next<? extends Revocation> readBack(InFlight flight, Look look, Instant now) {
    return switch (look) {
      case Look.Gone(String proof) -> done(flight, "found done by a look: " + proof, now);
      case Look.There _ when flight.call().acceptedUntil().isPresent() ->
          stillCarriedOut(flight, now);
      case Look.There _ when now.isBefore(retries.settled(flight.call().since())) ->
          flight.lookLater(
              "its effect may still arrive",
              flight.course(),
              retries.settled(flight.call().since()),
              now);
      case Look.There _ ->
          tryAgain(flight, "a look shows that it had no effect", Duration.ZERO, now);
      case Look.NoTrace _ -> onceMore(flight, now);
      case Look.Unreadable(String why, Duration after) -> lookLater(flight, why, after, now);
      case Look.Nowhere(String why, String whatToDo) ->
          flight.fail("unknown", flight.course(), cannotTell(flight, why), whatToDo, now);
    };
  }

  /** What the system has accepted may still be under way, so it is never sent again. */
  private Next<? extends Revocation> stillCarriedOut(InFlight flight, Instant now) {
    Instant until = flight.call().acceptedUntil().orElseThrow();
    Course tried = flight.course().tryOnceMore(now);
    if (now.isBefore(until)) {
      Instant next = retries.next(tried, now).filter(until::isAfter).orElse(until);
      return flight.lookLater("the system is still carrying it out", tried, next, now);
    }
    return flight.fail(
        "unknown",
        flight.course(),
        "the system accepted %s and has not done it until %s"
            .formatted(flight.call().step(), until),
        "Look at the system's own list of jobs; " + RESUME,
        now);
  }

  private Next<? extends Revocation> onceMore(InFlight flight, Instant now) {
    Step step = flight.call().step();
    return flight.course().attemptsOf(Look.NoTrace.TAKEN_AGAIN + step) == 0
        ? flight.takeOnceMore(
            "%s leaves no trace, so nobody can tell whether it was done; it is taken once more"
                .formatted(step),
            now)
        : flight.fail(
            "unknown",
            flight.course(),
            "nobody can tell whether %s was done: it leaves no trace, and it was taken twice"
                .formatted(step),
            "Do it by hand; " + RESUME,
            now);
  }

  private static Next<? extends Revocation> done(InFlight flight, String how, Instant now) {
    return lookBackAtTheEnd(flight.done(how, now), now);
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

  private Next<? extends Revocation> tryAgain(
      InFlight flight, String why, Duration atLeast, Instant now) {
    Course tried = flight.course().tryOnceMore(now);
    return retries
        .next(tried, atLeast, now)
        .<Next<? extends Revocation>>map(at -> flight.hadNoEffect(why, tried, at, now))
        .orElseGet(
            () ->
                flight.fail(
                    "no effect",
                    flight.course(),
                    "%s had no effect in %d attempts: %s"
                        .formatted(
                            flight.call().step(),
                            flight.course().attemptsOf(flight.call().step().name()),
                            why),
                    "Look at the system's own log; " + RESUME,
                    now));
  }

  /** Nothing was taken if this was the only call; an earlier one without answer may have. */
  private static Course afterRefusal(InFlight flight) {
    return flight.course().attemptsOf(flight.call().step().name()) == 1
        ? flight.course().forget(flight.call().step())
        : flight.course();
  }

  private static String cannotTell(InFlight flight, String why) {
    return "nobody can tell whether %s was done: %s".formatted(flight.call().step(), why);
  }

  /** After the last step nothing is left to judge. */
  static Next<? extends Revocation> lookBackAtTheEnd(Next<Requested> next, Instant now) {
    return next.state().course().next().isEmpty() ? next.then(one -> one.lookBack(now)) : next;
  }
}
