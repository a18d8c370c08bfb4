package dev.reclaim.connectors.graph;

import com.microsoft.graph.models.User;
import com.microsoft.graph.models.UserCollectionResponse;
import dev.reclaim.connectors.ListedSeat;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.RevocationOutcome.AlreadyGone;
import dev.reclaim.connectors.RevocationOutcome.Revoked;
import dev.reclaim.connectors.RevocationOutcome.TryLater;
import dev.reclaim.connectors.RevocationOutcome.TryLater.SoFar;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.Via;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A Microsoft 365 licence.
 *
 * @param lower what is left after a downgrade
 */
record LicenceSeats(Graph graph, People people, Product product, Optional<Product> lower)
    implements Seats {

  private static final Duration UNTIL_READS_FOLLOW = Duration.ofMinutes(1);

  @Override
  public String name() {
    return "sku:" + product;
  }

  @Override
  public Held look(Person person) throws GraphRefused {
    List<Licence> ways = waysOf(person);
    Optional<String> giver = ways.stream().flatMap(way -> way.group().stream()).findFirst();
    boolean direct = ways.stream().anyMatch(way -> way.group().isEmpty());
    if (direct) {
      return new Held.Directly(giver.isEmpty() ? giver : Optional.of(nameOf(giver.get())));
    }
    if (giver.isPresent()) {
      return new Held.Through(nameOf(giver.get()), giver.get());
    }
    if (person.products().contains(product.id())) {
      throw new GraphRefused(
          new Trouble.Passing(
              UNTIL_READS_FOLLOW,
              "%s has %s, and Graph does not say yet on which road"
                  .formatted(person.name(), product),
              SoFar.NOTHING));
    }
    return new Held.Not(person.name() + " has no licence of " + product);
  }

  private List<Licence> waysOf(Person person) {
    return person.licences().stream().filter(one -> one.sku().equals(product.id())).toList();
  }

  private String nameOf(String group) throws GraphRefused {
    return new Groups(graph).names(List.of(group)).get(group);
  }

  @Override
  public RevocationOutcome take(Person person, SeatAction way) throws GraphRefused {
    Assigns assigns = new Assigns(graph, person);
    assigns.remove(product.id());
    if (way == SeatAction.DOWNGRADE) {
      Product left = lower.orElseThrow();
      if (!person.products().contains(left.id())) {
        assigns.add(left.id(), Set.of());
      }
    }
    try {
      assigns.send();
      return new Revoked();
    } catch (GraphRefused e) {
      return e.is(400) ? afterRefusal(person, e) : e.trouble().asRevocation();
    }
  }

  /** The text of a refusal is no proof; a fresh look is. */
  private RevocationOutcome afterRefusal(Person before, GraphRefused refusal) throws GraphRefused {
    Optional<Person> now = people.read(before.id());
    if (now.isPresent() && look(now.get()) instanceof Held.Not(String proof)) {
      return new AlreadyGone(proof);
    }
    return refusal.getMessage().contains("does not have a corresponding license")
        ? new TryLater(UNTIL_READS_FOLLOW, "Graph's reads do not show its last change yet")
        : refusal.trouble().asRevocation();
  }

  @Override
  public List<ListedSeat> list() throws GraphRefused {
    List<User> users = holders();
    Map<User, Via> seats = new LinkedHashMap<>();
    List<String> groups = new ArrayList<>();
    for (User user : users) {
      Person person = Person.of(user);
      waysOf(person).stream()
          .filter(way -> waysOf(person).stream().noneMatch(any -> any.group().isEmpty()))
          .flatMap(way -> way.group().stream())
          .findFirst()
          .ifPresent(groups::add);
    }
    Map<String, String> names = new Groups(graph).names(groups);
    for (User user : users) {
      seats.put(user, viaOf(Person.of(user), names));
    }
    return seats.entrySet().stream()
        .map(seat -> Listing.of(seat.getKey(), seat.getValue()))
        .toList();
  }

  private Via viaOf(Person person, Map<String, String> names) {
    List<Licence> ways = waysOf(person);
    return ways.stream().anyMatch(way -> way.group().isEmpty())
        ? new Via.Direct()
        : ways.stream()
            .flatMap(way -> way.group().stream())
            .findFirst()
            .<Via>map(group -> new Via.Group(names.getOrDefault(group, group)))
            .orElseGet(Via.Direct::new);
  }

  private List<User> holders() throws GraphRefused {
    return new Pages<>(
            client ->
                client
                    .users()
                    .get(
                        ask -> {
                          ask.queryParameters.filter =
                              "assignedLicenses/any(x:x/skuId eq " + product.id() + ")";
                          ask.queryParameters.select = Listing.WITH_LICENCES;
                          ask.queryParameters.top = Pages.LARGE;
                        }),
            (client, link) -> client.users().withUrl(link).get(),
            UserCollectionResponse::getValue)
        .all(graph, Attempt.toRead("who has " + product, Permissions.READ_USERS));
  }

  @Override
  public Map<String, String> save(Person person) {
    Map<String, String> values = new HashMap<>();
    save(values, "sku.", product, person);
    lower.ifPresent(left -> save(values, "sku.lower.", left, person));
    return values;
  }

  private static void save(
      Map<String, String> values, String prefix, Product product, Person person) {
    Optional<Licence> direct = directOf(product, person);
    values.put(prefix + "partNumber", product.partNumber());
    values.put(prefix + "heldDirectly", Boolean.toString(direct.isPresent()));
    values.put(
        prefix + "disabledPlans", direct.map(one -> Saved.joined(one.disabledPlans())).orElse(""));
  }

  private static Optional<Licence> directOf(Product product, Person person) {
    return person.licences().stream()
        .filter(one -> one.sku().equals(product.id()) && one.group().isEmpty())
        .findFirst();
  }

  @Override
  public GivenBack giveBack(Person person, Saved saved) throws GraphRefused {
    Assigns assigns = new Assigns(graph, person);
    restore(assigns, "sku.", product, person, saved);
    if (lower.isPresent()) {
      restore(assigns, "sku.lower.", lower.get(), person, saved);
    }
    if (assigns.isEmpty()) {
      return new GivenBack.Yes("the licence was as before already");
    }
    try {
      assigns.send();
      return new GivenBack.Yes(person.name() + " has its licence of " + product + " again");
    } catch (GraphRefused e) {
      Optional<Product> now = new Products(graph).withId(product.id());
      if (e.is(400) && now.isPresent() && now.get().free() < 1) {
        return new GivenBack.No(
            "no seat of %s is free, all %d are used".formatted(product, now.get().bought()));
      }
      throw e;
    }
  }

  private static void restore(
      Assigns assigns, String prefix, Product product, Person person, Saved saved)
      throws GraphRefused {
    Optional<Licence> now = directOf(product, person);
    if (!saved.flag(prefix + "heldDirectly")) {
      if (now.isPresent() && prefix.endsWith("lower.")) {
        assigns.remove(product.id());
      }
      return;
    }
    Set<UUID> plans = saved.ids(prefix + "disabledPlans");
    if (now.isEmpty() || !now.get().disabledPlans().equals(plans)) {
      assigns.add(product.id(), plans);
    }
  }
}
