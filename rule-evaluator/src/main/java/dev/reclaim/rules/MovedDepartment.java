package dev.reclaim.rules;

import java.time.Instant;

/** The holder moved from one department to another within a window. */
public record MovedDepartment(Window within) implements Condition {

  static final String CODE = "movedDepartment";

  @Override
  public Judgement judge(SeatFacts facts) {
    Instant start = within.before(facts.asOf());
    Place.Moves moves = facts.holder().place().moves();
    return moves
        .last()
        .filter(move -> !move.at().isBefore(start))
        .map(
            move ->
                Judgement.holds(
                    CODE,
                    "The holder moved from %s to %s on %s."
                        .formatted(move.from(), move.to(), facts.holder().clock().day(move.at()))))
        .orElseGet(() -> notMoved(moves, start));
  }

  private Judgement notMoved(Place.Moves moves, Instant start) {
    return moves.knownSince().filter(since -> !since.isAfter(start)).isPresent()
        ? Judgement.doesNotHold(
            CODE,
            "The holder has not moved to another department in the last %s.".formatted(within))
        : Judgement.notEnoughData(
            CODE, "The holder's department was not known %s ago.".formatted(within));
  }
}
