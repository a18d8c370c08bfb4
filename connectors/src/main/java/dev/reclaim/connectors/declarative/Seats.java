package dev.reclaim.connectors.declarative;

import dev.reclaim.connectors.SeatLook;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.Via;
import java.util.List;
import java.util.Map;

/** Looks at the seat of an account that was found. */
final class Seats {

  private final Runs runs;
  private final SeatPart seat;

  Seats(Runs runs, SeatPart seat) {
    this.runs = runs;
    this.seat = seat;
  }

  /** The way that a source names, or the mildest that suits it. */
  SeatAction way(SeatSource source) {
    Scope known = of(Scope.empty(), source);
    List<SeatAction> suitable =
        seat.ways().entrySet().stream()
            .filter(way -> way.getValue().suits().holds(known))
            .map(Map.Entry::getKey)
            .toList();
    return source
        .action()
        .or(() -> suitable.stream().findFirst())
        .filter(suitable::contains)
        .orElseThrow(() -> new Ended(no(source, suitable)));
  }

  private static Ending no(SeatSource source, List<SeatAction> suitable) {
    return suitable.isEmpty()
        ? new Ending.Cannot(
            "there is no way to free the seat '%s' here".formatted(source.entitlement()),
            "Correct the source of the seats.")
        : new Ending.Cannot(
            "a seat cannot be freed here by " + source.action().orElseThrow(),
            "Name one of %s as the action of the seats.".formatted(suitable));
  }

  Taking taking(SeatSource source) {
    return seat.ways().get(way(source));
  }

  /** The scope with what the source names in it. */
  Scope of(Scope scope, SeatSource source) {
    Scope known = scope.with("entitlement", source.entitlement());
    if (source.lowerEntitlement().isPresent()) {
      known = known.with("lower", source.lowerEntitlement().get());
    }
    return seat.entitlement()
        .into(known, source.entitlement())
        .orElseThrow(
            () ->
                new Ended(
                    new Ending.Cannot(
                        "'%s' is not the name of a seat here".formatted(source.entitlement()),
                        "Write it as %s, for example %s."
                            .formatted(seat.entitlement().form(), seat.entitlement().example()))));
  }

  /** What a look shows, and what it read. */
  record Seen(SeatLook look, Scope scope) {}

  /**
   * Looks.
   *
   * @param scope knows the account, and what the source names
   */
  Seen look(Scope scope, SeatSource source) {
    Taking taking = taking(source);
    Scope known = runs.run(taking.look(), runs.run(seat.look(), scope).scope()).scope();
    Taking.Done done = taking.done().orElseThrow();
    if (done.when().holds(known)) {
      return new Seen(new SeatLook.Absent(done.proof().tell(known)), known);
    }
    return new Seen(held(known), known);
  }

  private SeatLook held(Scope known) {
    return seat.inherited()
        .filter(inherited -> inherited.when().holds(known))
        .<SeatLook>map(
            inherited -> new SeatLook.Present(new Via.Group(inherited.group().tell(known))))
        .orElseGet(
            () ->
                seat.held().holds(known)
                    ? new SeatLook.Present(new Via.Direct())
                    : new SeatLook.CannotTell(
                        "what was read says neither that the seat is held nor that it is free"));
  }
}
