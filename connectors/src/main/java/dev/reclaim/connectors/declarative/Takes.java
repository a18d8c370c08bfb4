package dev.reclaim.connectors.declarative;

import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.RevocationOutcome.AlreadyGone;
import dev.reclaim.connectors.RevocationOutcome.CannotBeRevoked;
import dev.reclaim.connectors.RevocationOutcome.Failed;
import dev.reclaim.connectors.RevocationOutcome.Revoked;
import dev.reclaim.connectors.SeatLook;
import dev.reclaim.connectors.StepLook;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.Via;
import java.util.function.Function;
import java.util.function.Supplier;

/** Takes seats and access from accounts, looking first. */
final class Takes {

  private static final String BY_HAND = "Do it by hand, if it is meant.";

  private final Runs runs;
  private final Finds finds;

  Takes(Runs runs, Finds finds) {
    this.runs = runs;
    this.finds = finds;
  }

  RevocationOutcome seat(String account, SeatSource source, Seats seats) {
    return from(
        account,
        person -> {
          Seats.Seen seen = seats.look(seats.of(person.scope(), source), source);
          return switch (seen.look()) {
            case SeatLook.Absent(String proof) -> new AlreadyGone(proof);
            case SeatLook.Present(Via.Group(String group)) ->
                new CannotBeRevoked(
                    "%s has the seat through the group %s".formatted(person.name(), group),
                    "Take the person out of that group, if nothing else hangs on it.");
            case SeatLook.Present(Via.Direct()) ->
                afterwards(
                    runs.run(seats.taking(source).moves(), seen.scope()),
                    () -> seats.look(seats.of(again(person), source), source).look());
            case SeatLook.CannotTell(String why) -> new Failed(why, BY_HAND);
          };
        });
  }

  RevocationOutcome step(String account, Taking step) {
    return from(
        account,
        person -> {
          Scope known = runs.run(step.look(), person.scope()).scope();
          return switch (look(step, known)) {
            case StepLook.Done(String proof) -> new AlreadyGone(proof);
            case StepLook.Open _, StepLook.LeavesNoTrace _ -> {
              Runs.Course course = runs.run(step.moves(), known);
              yield course.missed() && step.done().isPresent()
                  ? proved(
                      after(course, () -> look(step, runs.run(step.look(), again(person)).scope())))
                  : new Revoked();
            }
            case StepLook.CannotTell(String why) -> new Failed(why, BY_HAND);
          };
        });
  }

  /** Whether a step is done, as far as the scope tells. */
  static StepLook look(Taking step, Scope known) {
    return step.done()
        .<StepLook>map(
            done ->
                done.when().holds(known)
                    ? new StepLook.Done(done.proof().tell(known))
                    : new StepLook.Open())
        .orElseGet(StepLook.LeavesNoTrace::new);
  }

  private Scope again(Person.One person) {
    Scope byId = person.scope().with("id", person.id());
    return switch (finds.byId(byId)) {
      case Person.One one -> one.scope();
      case Person.None() ->
          finds.gone(byId) instanceof SeatLook.Absent ? byId.without(Finds.USER) : person.scope();
      case Person.Many _ -> person.scope();
    };
  }

  private static RevocationOutcome proved(StepLook look) {
    return look instanceof StepLook.Done(String proof) ? new AlreadyGone(proof) : contradicts();
  }

  /** What was said not to be there is believed only after a look. */
  private static RevocationOutcome afterwards(Runs.Course course, Supplier<SeatLook> look) {
    if (!course.missed()) {
      return new Revoked();
    }
    return switch (after(course, look)) {
      case SeatLook.Absent(String proof) ->
          course.changed() ? new Revoked() : new AlreadyGone(proof);
      case SeatLook.Present _, SeatLook.CannotTell _ -> contradicts();
    };
  }

  /** A look that is refused after a change leaves open what the change did. */
  private static <L> L after(Runs.Course course, Supplier<L> look) {
    try {
      return look.get();
    } catch (Ended e) {
      throw course.changed() ? e.afterAChange() : e;
    }
  }

  private static RevocationOutcome contradicts() {
    return new Failed(
        "the vendor says that there is nothing to take, and shows it all the same", BY_HAND);
  }

  /** Does something to the one account of that label, unless it is protected. */
  private RevocationOutcome from(String account, Function<Person.One, RevocationOutcome> taking) {
    return switch (finds.byLabel(account)) {
      case Person.One person ->
          finds
              .protection(person)
              .<RevocationOutcome>map(why -> new CannotBeRevoked(why, BY_HAND))
              .orElseGet(() -> taking.apply(person));
      case Person.None() -> new CannotBeRevoked(Labels.unknown(account), Labels.CORRECT);
      case Person.Many(int count) ->
          new CannotBeRevoked(Labels.ambiguous(account, count), Labels.CORRECT);
    };
  }
}
