package dev.reclaim.connectors.graph;

import com.microsoft.graph.models.AppRoleAssignment;
import com.microsoft.graph.models.User;
import dev.reclaim.connectors.ListedSeat;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.RevocationOutcome.AlreadyGone;
import dev.reclaim.connectors.RevocationOutcome.Revoked;
import dev.reclaim.connectors.RevocationOutcome.TryLater;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.Via;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Assignment of an enterprise application. A person may have several roles in it; all of them go.
 */
record AppSeats(Graph graph, AppEntry app, AddressBook book, Groups groups, Assignments assignments)
    implements Seats {

  private static final String ROLES = "app.roles";
  private static final Duration UNTIL_READS_FOLLOW = Duration.ofMinutes(1);

  @Override
  public String name() {
    return "app:" + app.name();
  }

  @Override
  public Held look(Person person) throws GraphRefused {
    return heldBy(person, assignments.of(person));
  }

  private Held heldBy(Person person, List<AppRoleAssignment> all) {
    Optional<AppRoleAssignment> group = all.stream().filter(Assignments::isGroups).findFirst();
    if (all.stream().anyMatch(Assignments::isPersons)) {
      return new Held.Directly(group.map(AppRoleAssignment::getPrincipalDisplayName));
    }
    return group
        .<Held>map(
            one -> new Held.Through(one.getPrincipalDisplayName(), one.getPrincipalId().toString()))
        .orElseGet(() -> new Held.Not("%s is not assigned to %s".formatted(person.name(), app)));
  }

  @Override
  public RevocationOutcome take(Person person, SeatAction way) throws GraphRefused {
    List<AppRoleAssignment> direct = directOf(person);
    Optional<GraphRefused> notFound = Optional.empty();
    for (Part.Answer answer : assignments.end(person, direct)) {
      switch (answer) {
        case Part.Answer.Done _ -> {
          // The next one.
        }
        case Part.Answer.NotDone(GraphRefused why) when why.is(404) -> notFound = Optional.of(why);
        case Part.Answer.NotDone(GraphRefused why) -> {
          return why.trouble().asRevocation();
        }
      }
    }
    return notFound.isEmpty() ? new Revoked() : afterNotFound(person);
  }

  private List<AppRoleAssignment> directOf(Person person) throws GraphRefused {
    return assignments.of(person).stream().filter(Assignments::isPersons).toList();
  }

  /** Whoever took it meanwhile, a fresh look is the proof. */
  private RevocationOutcome afterNotFound(Person person) throws GraphRefused {
    return switch (look(person)) {
      case Held.Not(String proof) -> new AlreadyGone(proof);
      case Held.Directly _, Held.Through _ ->
          new TryLater(UNTIL_READS_FOLLOW, "Graph's reads do not show its last change yet");
    };
  }

  @Override
  public List<ListedSeat> list() throws GraphRefused {
    Map<String, ListedSeat> seats = new LinkedHashMap<>();
    List<AppRoleAssignment> all = assignments.all();
    Set<String> people =
        all.stream()
            .filter(Assignments::isPersons)
            .map(one -> one.getPrincipalId().toString())
            .collect(Collectors.toCollection(TreeSet::new));
    if (!people.isEmpty()) {
      book.refresh().stream()
          .filter(user -> people.contains(user.getId()))
          .forEach(user -> seats.put(user.getId(), Listing.of(user, new Via.Direct())));
    }
    for (AppRoleAssignment one : all) {
      if (Assignments.isGroups(one)) {
        for (User user : groups.membersOf(one.getPrincipalId().toString())) {
          seats.putIfAbsent(
              user.getId(), Listing.of(user, new Via.Group(one.getPrincipalDisplayName())));
        }
      }
    }
    return List.copyOf(seats.values());
  }

  @Override
  public Map<String, String> save(Person person) throws GraphRefused {
    return Map.of(
        "app.displayName",
        app.name(),
        ROLES,
        Saved.joined(directOf(person).stream().map(AppRoleAssignment::getAppRoleId).toList()));
  }

  @Override
  public GivenBack giveBack(Person person, Saved saved) throws GraphRefused {
    Set<UUID> wanted = new TreeSet<>(saved.ids(ROLES));
    directOf(person).forEach(one -> wanted.remove(one.getAppRoleId()));
    for (UUID role : wanted) {
      assignments.begin(person, role);
    }
    return new GivenBack.Yes(
        wanted.isEmpty()
            ? "the assignment was as before already"
            : "%s is assigned to %s again".formatted(person.name(), app));
  }
}
