package dev.reclaim.console.web;

import dev.reclaim.console.Fact;
import dev.reclaim.console.History;
import dev.reclaim.console.Told;
import dev.reclaim.console.Transition;
import dev.reclaim.events.Actor;
import dev.reclaim.events.HolderId;
import java.util.HashSet;
import java.util.Set;

/** Everybody whose name a history needs. */
final class Mentioned {

  private Mentioned() {}

  static Set<HolderId> in(History history) {
    Set<HolderId> holders = new HashSet<>();
    for (History.Entry entry : history.entries()) {
      Transition transition = entry.transition();
      holders.add(transition.holder());
      Told told = Told.of(transition.event());
      Actor who = told.who();
      if (who.role() == Actor.Role.HOLDER || who.role() == Actor.Role.APPROVER) {
        holders.add(new HolderId(who.id()));
      }
      for (Fact fact : told.evidence()) {
        if (fact.value() instanceof Fact.Person person) {
          holders.add(person.holder());
        }
      }
    }
    return holders;
  }
}
