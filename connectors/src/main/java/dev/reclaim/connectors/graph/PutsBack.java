package dev.reclaim.connectors.graph;

import dev.reclaim.connectors.RestoreOutcome;
import dev.reclaim.connectors.RestoreOutcome.NoLongerPossible;
import dev.reclaim.connectors.RestoreOutcome.Restored;
import dev.reclaim.connectors.SavedState;
import dev.reclaim.events.RevocationEvent.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the earlier state back: the seat first, then the groups, then the access. */
final class PutsBack {

  private final People people;
  private final SeatsOf seats;
  private final LeavesGroups leaving;
  private final Account account;

  PutsBack(People people, SeatsOf seats, LeavesGroups leaving, Account account) {
    this.people = people;
    this.seats = seats;
    this.leaving = leaving;
    this.account = account;
  }

  RestoreOutcome restore(SavedState state) {
    try {
      Saved saved = Saved.of(state);
      Optional<Person> person = people.read(saved.text(Saved.ACCOUNT));
      return person.isEmpty()
          ? new NoLongerPossible(
              "the account is no longer in the tenant; within 30 days of its deletion an"
                  + " administrator can restore it first")
          : restore(person.get(), saved);
    } catch (GraphRefused e) {
      return e.trouble().asRestore();
    }
  }

  private RestoreOutcome restore(Person person, Saved saved) throws GraphRefused {
    List<String> done = new ArrayList<>();
    if (saved.state().undoes().contains(Step.FREE_SEAT)) {
      switch (giveBack(person, saved)) {
        case GivenBack.Yes(String what) -> done.add(what);
        case GivenBack.No(String why) -> {
          return new NoLongerPossible(why);
        }
      }
    }
    if (saved.state().undoes().contains(Step.LEAVE_GROUPS)) {
      Optional<GraphRefused> refused = leaving.rejoin(person, saved.list(Saved.GROUPS));
      if (refused.isPresent()) {
        throw refused.get();
      }
      done.add(person.name() + " is in its groups again");
    }
    if (saved.state().undoes().contains(Step.DISABLE_ACCOUNT)) {
      done.add(enable(person, saved));
    }
    return new Restored(done.isEmpty() ? "there was nothing to put back" : String.join("; ", done));
  }

  private GivenBack giveBack(Person person, Saved saved) throws GraphRefused {
    return seats
        .named(saved.text(Saved.ENTITLEMENT), saved.state().value(Saved.LOWER))
        .giveBack(person, saved);
  }

  private String enable(Person person, Saved saved) throws GraphRefused {
    if (!saved.flag(Saved.ENABLED)) {
      return person.name() + " was disabled before, and is left so";
    }
    if (person.access().enabled()) {
      return person.name() + " is enabled already";
    }
    account.enable(person, true);
    return person.name() + " is enabled again";
  }
}
