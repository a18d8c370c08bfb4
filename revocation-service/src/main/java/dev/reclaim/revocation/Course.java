package dev.reclaim.revocation;

import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.RevocationEvent.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a revocation has got.
 *
 * @param plan empty until the first step is about to be taken
 * @param taken the steps that are done
 * @param kept the earlier state of each step that may have had an effect
 * @param attempts how many calls were begun, by what they do
 * @param released the brakes that do not hold it any more, with the sentence why
 */
public record Course(
    Optional<Plan> plan,
    List<Taken> taken,
    Map<Step, Kept> kept,
    Map<String, Integer> attempts,
    Map<String, String> released,
    Tries tries) {

  public static final Course START =
      new Course(Optional.empty(), List.of(), Map.of(), Map.of(), Map.of(), Tries.NONE);

  public Course {
    taken = List.copyOf(taken);
    kept = Map.copyOf(kept);
    attempts = Map.copyOf(attempts);
    released = Map.copyOf(released);
  }

  /** The first step of the plan that is not done. */
  Optional<PlannedStep> next() {
    return plan.orElseThrow().steps().stream().filter(one -> !done(one.step())).findFirst();
  }

  boolean done(Step step) {
    return taken.stream().anyMatch(one -> one.step() == step);
  }

  int attemptsOf(String what) {
    return attempts.getOrDefault(what, 0);
  }

  /** The account that was found behind a connection for an earlier step. */
  Optional<String> accountBehind(ConnectionName connection) {
    return taken.stream()
        .flatMap(one -> one.place().stream())
        .filter(place -> place.connection().equals(connection))
        .map(Place::account)
        .findFirst();
  }

  Course follow(Plan settled) {
    return new Course(Optional.of(settled), taken, kept, attempts, released, tries);
  }

  /** One more call of that kind is begun. */
  Course begin(String what) {
    Map<String, Integer> more = new LinkedHashMap<>(attempts);
    more.merge(what, 1, Integer::sum);
    return new Course(plan, taken, kept, more, released, tries);
  }

  /** Keeps the earliest state of a step: a later one may show our own doing. */
  Course keep(Step step, Kept earlier) {
    Map<Step, Kept> more = new LinkedHashMap<>(kept);
    more.putIfAbsent(step, earlier);
    return new Course(plan, taken, more, attempts, released, tries);
  }

  Course forget(Step step) {
    Map<Step, Kept> fewer = new LinkedHashMap<>(kept);
    fewer.remove(step);
    return new Course(plan, taken, fewer, attempts, released, tries);
  }

  Course take(Taken one) {
    List<Taken> more = new ArrayList<>(taken);
    more.add(one);
    return new Course(plan, more, kept, attempts, released, Tries.NONE);
  }

  /** A look showed that a step is not done after all. */
  Course withdraw(Step step) {
    return new Course(
        plan,
        taken.stream().filter(one -> one.step() != step).toList(),
        kept,
        attempts,
        released,
        tries);
  }

  Course release(String brake, String why) {
    Map<String, String> more = new LinkedHashMap<>(released);
    more.put(brake, why);
    return new Course(plan, taken, kept, attempts, more, tries);
  }

  Course tryOnceMore(Instant now) {
    return new Course(plan, taken, kept, attempts, released, tries.oneMore(now));
  }

  Course getOn() {
    return new Course(plan, taken, kept, attempts, released, Tries.NONE);
  }

  /** Ordered once more: what is to be done is settled anew, what is done stays done. */
  Course startAgain() {
    return new Course(Optional.empty(), taken, kept, attempts, released, Tries.NONE);
  }

  /** When something was last taken, or may have been. */
  Optional<Instant> lastTouched() {
    return kept.values().stream().map(Kept::at).max(Instant::compareTo);
  }
}
