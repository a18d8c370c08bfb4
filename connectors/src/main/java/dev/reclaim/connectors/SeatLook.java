package dev.reclaim.connectors;

import dev.reclaim.events.Via;

/** What a look at one seat shows. */
public sealed interface SeatLook {

  /** The holder has the seat, directly or through the named group. */
  record Present(Via via) implements SeatLook {

    public Present {
      Must.bePresent("seat.via", via);
    }
  }

  /**
   * The account was found and does not have the seat, on no road.
   *
   * @param proof what was read, as a sentence
   */
  record Absent(String proof) implements SeatLook {}

  /** Nothing is known: the system did not answer, or the account could not be told. */
  record CannotTell(String why) implements SeatLook {}
}
