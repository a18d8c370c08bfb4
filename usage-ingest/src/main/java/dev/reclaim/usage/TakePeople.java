package dev.reclaim.usage;

import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.Identifier;
import dev.reclaim.events.InboxEvent.HolderReported;
import dev.reclaim.events.SignalEvent.HolderChanged;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Envelope;
import dev.reclaim.messaging.Outbox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes statements about people, and lets their names find their usage. */
final class TakePeople {

  private final KeepsPeople people;
  private final CountsUsage usage;
  private final Outbox outbox;

  TakePeople(KeepsPeople people, CountsUsage usage, Outbox outbox) {
    this.people = people;
    this.usage = usage;
    this.outbox = outbox;
  }

  /**
   * Takes a batch of statements.
   *
   * @param days gets those that count for somebody else now
   * @return the names, normalised, that mean somebody else now
   * @throws IllegalArgumentException if a statement mixes up holders
   */
  Set<String> take(List<Envelope<HolderReported>> statements, Days days) {
    if (statements.isEmpty()) {
      return Set.of();
    }
    People known = whoMightBeMeant(statements);
    Map<HolderId, Cause> causes = new HashMap<>();
    statements.forEach(said -> causes.put(known.take(said(said)), said.asCause()));
    Cause first = statements.getFirst().asCause();
    Set<String> names = known.touchedNames();
    Set<DayKey> touched = new HashSet<>(usage.daysOfAccounts(names).keySet());
    people.save(known.changed(), names);
    touched.addAll(usage.daysOfAccounts(names).keySet());
    touched.forEach(day -> days.add(Set.of(day), causes.getOrDefault(day.holder(), first)));
    List<HolderId> changed = known.changed().stream().map(KnownHolder::id).toList();
    tell(people.profiles(changed, names), causes, first);
    return names;
  }

  private People whoMightBeMeant(List<Envelope<HolderReported>> statements) {
    Set<String> names = new HashSet<>();
    Set<HolderId> ids = new HashSet<>();
    for (Envelope<HolderReported> envelope : statements) {
      Said said = said(envelope);
      said.identifiers().stream().map(Identifier::normalised).forEach(names::add);
      ids.add(People.firstIdOf(said));
    }
    return new People(people.goingBy(names, ids));
  }

  private void tell(List<Profile> profiles, Map<HolderId, Cause> causes, Cause otherwise) {
    List<Holder> told = new ArrayList<>();
    for (Profile profile : profiles) {
      if (profile.isNews()) {
        told.add(profile.now());
        outbox.add(new HolderChanged(profile.now()), causes.getOrDefault(profile.id(), otherwise));
      }
    }
    people.published(told);
  }

  private static Said said(Envelope<HolderReported> envelope) {
    return new Said(envelope.event(), envelope.time(), envelope.id());
  }
}
