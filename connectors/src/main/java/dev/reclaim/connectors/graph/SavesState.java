package dev.reclaim.connectors.graph;

import dev.reclaim.connectors.SavedState;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.RevocationEvent.Step;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Writes the state of a person and its seat down, in the words that {@link Saved} reads. */
final class SavesState {

  private final SeatsOf seats;
  private final LeavesGroups leaving;

  SavesState(SeatsOf seats, LeavesGroups leaving) {
    this.seats = seats;
    this.leaving = leaving;
  }

  SavedState save(Person person, SeatSource source, Set<Step> before) throws GraphRefused {
    Map<String, String> values = new HashMap<>();
    values.put(Saved.ACCOUNT, person.id());
    values.put(Saved.ACCOUNT_NAME, person.name());
    values.put(Saved.ENABLED, Boolean.toString(person.access().enabled()));
    if (before.contains(Step.LEAVE_GROUPS)) {
      values.put(
          Saved.GROUPS,
          Saved.joined(leaving.leavable(person).stream().map(GroupEntry::id).toList()));
    }
    if (before.contains(Step.FREE_SEAT)) {
      Seats seat = seats.source(source);
      values.put(Saved.ENTITLEMENT, source.entitlement());
      source.lowerEntitlement().ifPresent(lower -> values.put(Saved.LOWER, lower));
      values.put(Saved.HELD, Boolean.toString(seat.look(person) instanceof Held.Directly));
      values.putAll(seat.save(person));
    }
    return new SavedState(MicrosoftGraph.KIND, before, values);
  }
}
