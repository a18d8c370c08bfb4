package dev.reclaim.connectors.graph;

import com.microsoft.graph.models.User;
import dev.reclaim.connectors.ListedSeat;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.RevocationOutcome.AlreadyGone;
import dev.reclaim.connectors.RevocationOutcome.CannotBeRevoked;
import dev.reclaim.connectors.RevocationOutcome.Revoked;
import dev.reclaim.connectors.RevocationOutcome.TryLater.SoFar;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.Via;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Membership of a group. */
record GroupSeats(Graph graph, Groups groups, Memberships memberships, GroupEntry group)
    implements Seats {

  private static final Duration UNTIL_READS_FOLLOW = Duration.ofMinutes(1);

  @Override
  public String name() {
    return "group:" + group.name();
  }

  @Override
  public Held look(Person person) throws GraphRefused {
    if (!groups.isIn(person, group.id())) {
      return new Held.Not("%s is not in the group %s".formatted(person.name(), group));
    }
    List<GroupEntry> direct = groups.directOf(person);
    if (direct.stream().anyMatch(one -> one.id().equals(group.id()))) {
      return new Held.Directly(Optional.empty());
    }
    Set<String> within =
        groups.within(group.id()).stream().map(GroupEntry::id).collect(Collectors.toSet());
    return direct.stream()
        .filter(one -> within.contains(one.id()))
        .findFirst()
        .map(one -> new Held.Through(one.name(), one.id()))
        .orElseThrow(
            () ->
                new GraphRefused(
                    new Trouble.Passing(
                        UNTIL_READS_FOLLOW,
                        "Graph's reads do not agree yet on how %s is in the group %s"
                            .formatted(person.name(), group),
                        SoFar.NOTHING)));
  }

  @Override
  public RevocationOutcome take(Person person, SeatAction way) throws GraphRefused {
    if (group.fixed().isPresent()) {
      GroupEntry.Fixed fixed = group.fixed().get();
      return new CannotBeRevoked(
          "%s cannot be taken out of the group %s: %s".formatted(person.name(), group, fixed.why()),
          fixed.whatToDo());
    }
    try {
      memberships.end(person, group);
      return new Revoked();
    } catch (GraphRefused e) {
      return e.is(404) ? afterNotFound(person) : e.trouble().asRevocation();
    }
  }

  /** The same 404 stands for a group, a person or a membership that is gone. */
  private RevocationOutcome afterNotFound(Person person) throws GraphRefused {
    if (groups.read(group.id()).isEmpty()) {
      return new RevocationOutcome.Failed(
          "the group %s is no longer there".formatted(group),
          "Correct 'seats.entitlement' of the application.");
    }
    return switch (look(person)) {
      case Held.Not(String proof) -> new AlreadyGone(proof);
      case Held.Directly _, Held.Through _ ->
          new RevocationOutcome.TryLater(
              UNTIL_READS_FOLLOW, "Graph's reads do not show its last change yet");
    };
  }

  @Override
  public List<ListedSeat> list() throws GraphRefused {
    Map<String, ListedSeat> seats = new LinkedHashMap<>();
    for (User user : groups.membersOf(group.id())) {
      seats.put(user.getId(), Listing.of(user, new Via.Direct()));
    }
    for (GroupEntry inner : groups.within(group.id())) {
      for (User user : groups.membersOf(inner.id())) {
        seats.putIfAbsent(user.getId(), Listing.of(user, new Via.Group(inner.name())));
      }
    }
    return List.copyOf(seats.values());
  }

  @Override
  public Map<String, String> save(Person person) {
    return Map.of("group.displayName", group.name());
  }

  @Override
  public GivenBack giveBack(Person person, Saved saved) throws GraphRefused {
    if (!saved.flag(Saved.HELD)) {
      return new GivenBack.Yes("there was no membership to give back");
    }
    if (groups.isIn(person, group.id())) {
      return new GivenBack.Yes("%s is in the group %s already".formatted(person.name(), group));
    }
    memberships.begin(person, group);
    return new GivenBack.Yes("%s is in the group %s again".formatted(person.name(), group));
  }
}
