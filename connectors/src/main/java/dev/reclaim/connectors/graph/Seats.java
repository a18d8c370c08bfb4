package dev.reclaim.connectors.graph;

import dev.reclaim.connectors.ListedSeat;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.events.PolicyEvent.SeatAction;
import java.util.List;
import java.util.Map;

/** One sort of seat: how it is held, taken, listed, saved and given back. */
sealed interface Seats permits LicenceSeats, GroupSeats, AppSeats {

  Held look(Person person) throws GraphRefused;

  /** Takes what the person has directly; anything else has been refused before. */
  RevocationOutcome take(Person person, SeatAction way) throws GraphRefused;

  List<ListedSeat> list() throws GraphRefused;

  /** What {@link PutsBack} needs to give it back. */
  Map<String, String> save(Person person) throws GraphRefused;

  /** Gives back what was saved, as far as it is missing; says what was done as a sentence. */
  GivenBack giveBack(Person person, Saved saved) throws GraphRefused;

  /** As people know it. */
  String name();
}
