package dev.reclaim.revocation;

import dev.reclaim.connectors.RestoreOutcome;
import dev.reclaim.events.RevocationEvent.Step;
import java.time.Duration;
import java.time.Instant;

/** Where a revocation goes next on the way back. Pure, and without brakes: undo is always free. */
public final class DecidesRestoring {

  private static final String BY_HAND = "Give the seat by hand, or repair it and restore again.";

  private final Retries retries;

  public DecidesRestoring(Retries retries) {
    this.retries = retries;
  }

  /** A look before the next step back. */
  public Next<? extends Revocation> afterLook(
      Restoring waiting, Step step, Look look, Instant now) {
    return switch (look) {
      case Look.There _ -> waiting.passOver(step, step + " is undone already", now);
      case Look.Gone _, Look.NoTrace _ -> waiting.intend(step, now);
      case Look.Nowhere(String why, String whatToDo) -> waiting.fail(why, whatToDo);
      case Look.Unreadable(String why, Duration after) -> {
        Course tried = waiting.course().tryOnceMore(now);
        yield retries
            .next(tried, after, now)
            .<Next<? extends Revocation>>map(at -> waiting.waitUntil(at, tried))
            .orElseGet(() -> waiting.fail(why, BY_HAND));
      }
    };
  }

  /** The vendor's answer to the call that was just made. */
  public Next<? extends Revocation> answered(
      PuttingBack flight, RestoreOutcome outcome, Instant now) {
    return switch (outcome) {
      case RestoreOutcome.Restored(String what) -> flight.done(what, now);
      case RestoreOutcome.NoLongerPossible(String why) ->
          flight.fail("it is no longer available: " + why, "Give the seat by hand.", now);
      case RestoreOutcome.Failed(String why, String whatToDo) -> flight.fail(why, whatToDo, now);
      case RestoreOutcome.TryLater(Duration after, String why) ->
          lookLater(flight, why, after, now);
    };
  }

  /** A look at a call whose outcome nobody recorded. */
  public Next<? extends Revocation> readBack(PuttingBack flight, Look look, Instant now) {
    return switch (look) {
      case Look.There _ -> flight.done("found done by a look", now);
      case Look.NoTrace _ ->
          flight.fail("nobody can tell whether it is back: it leaves no trace", BY_HAND, now);
      case Look.Gone _ when now.isBefore(retries.settled(flight.since())) ->
          flight.lookLater(
              "its effect may still arrive", flight.course(), retries.settled(flight.since()), now);
      case Look.Gone _ -> {
        Course tried = flight.course().tryOnceMore(now);
        String why = "a look shows that it had no effect";
        yield retries
            .next(tried, now)
            .<Next<? extends Revocation>>map(at -> flight.hadNoEffect(why, tried, at, now))
            .orElseGet(() -> flight.fail(why, BY_HAND, now));
      }
      case Look.Unreadable(String why, Duration after) -> lookLater(flight, why, after, now);
      case Look.Nowhere(String why, String whatToDo) -> flight.fail(why, whatToDo, now);
    };
  }

  /** The look after the last step back. */
  public Next<? extends Revocation> check(CheckingRestore waiting, Looks looks, Instant now) {
    Course tried = waiting.course().tryOnceMore(now);
    return switch (looks.sum(Looks.Wanted.THERE)) {
      case Looks.Sum.AsWanted(String proof) -> waiting.prove(proof, now);
      case Looks.Sum.Otherwise(Step step) ->
          retries
              .nextLook(tried, now)
              .<Next<? extends Revocation>>map(at -> waiting.lookLater(tried, at))
              .orElseGet(
                  () ->
                      waiting.fail(
                          "%s was answered as undone, but looked at %d times it is not so"
                              .formatted(step, tried.tries().count()),
                          BY_HAND));
      case Looks.Sum.Unknown(String why) ->
          retries
              .next(tried, now)
              .<Next<? extends Revocation>>map(at -> waiting.lookLater(tried, at))
              .orElseGet(() -> waiting.fail("nobody can tell whether it is back: " + why, BY_HAND));
      case Looks.Sum.Senseless(String why, String whatToDo) -> waiting.fail(why, whatToDo);
    };
  }

  private Next<? extends Revocation> lookLater(
      PuttingBack flight, String why, Duration atLeast, Instant now) {
    Course tried = flight.course().tryOnceMore(now);
    return retries
        .next(tried, atLeast, now)
        .<Next<? extends Revocation>>map(at -> flight.lookLater(why, tried, at, now))
        .orElseGet(() -> flight.fail(why, BY_HAND, now));
  }
}
