package dev.reclaim.connectors.graph;

import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.RevocationOutcome.AlreadyGone;
import dev.reclaim.connectors.RevocationOutcome.CannotBeRevoked;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.PolicyEvent.SeatSource;

/** Takes one seat from one person, if the person has it itself. */
final class FreesSeats {

  private FreesSeats() {}

  static RevocationOutcome free(Seats seats, Person person, SeatSource source) throws GraphRefused {
    SeatAction way = wayOf(source);
    if (way != SeatAction.UNASSIGN && !(way == SeatAction.DOWNGRADE && isLicence(seats))) {
      return new CannotBeRevoked(
          "%s cannot be freed by %s".formatted(seats.name(), way),
          "Let 'seats.action' be unassign; to switch off the account is a step of its own.");
    }
    return switch (seats.look(person)) {
      case Held.Not(String proof) -> new AlreadyGone(proof);
      case Held.Through(String group, String id) ->
          new CannotBeRevoked(
              "%s has %s through the group %s (%s)"
                  .formatted(person.name(), seats.name(), group, id),
              "Take the person out of that group, if nothing else hangs on it.");
      case Held.Directly(var alsoBy) when alsoBy.isPresent() ->
          new CannotBeRevoked(
              "%s has %s directly and through the group %s too, so taking the direct one frees nothing"
                  .formatted(person.name(), seats.name(), alsoBy.get()),
              "Take the person out of that group first, if nothing else hangs on it.");
      case Held.Directly _ -> seats.take(person, way);
    };
  }

  /** The one that the source names, or else the mildest that it allows. */
  private static SeatAction wayOf(SeatSource source) {
    return source
        .action()
        .orElse(source.lowerEntitlement().isPresent() ? SeatAction.DOWNGRADE : SeatAction.UNASSIGN);
  }

  private static boolean isLicence(Seats seats) {
    return switch (seats) {
      case LicenceSeats licence -> licence.lower().isPresent();
      case GroupSeats _, AppSeats _ -> false;
    };
  }
}
