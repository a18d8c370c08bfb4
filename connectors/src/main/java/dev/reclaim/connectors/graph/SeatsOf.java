package dev.reclaim.connectors.graph;

import dev.reclaim.events.PolicyEvent.SeatSource;
import java.util.Optional;

/** Finds in the tenant what an application's policy calls its seat. */
final class SeatsOf {

  private final Graph graph;
  private final People people;
  private final Groups groups;
  private final AddressBook book;

  SeatsOf(Graph graph, People people) {
    this.graph = graph;
    this.people = people;
    this.groups = new Groups(graph);
    this.book = new AddressBook(graph);
  }

  Seats source(SeatSource source) throws GraphRefused {
    return named(source.entitlement(), source.lowerEntitlement());
  }

  /**
   * By the names of a policy or of a saved state.
   *
   * @throws GraphRefused if the tenant has no such thing; for good
   */
  Seats named(String entitlement, Optional<String> lower) throws GraphRefused {
    return switch (Entitlement.read(entitlement)) {
      case Entitlement.Product(String name) ->
          new LicenceSeats(
              graph,
              people,
              product(name, entitlement),
              lower.isEmpty() ? Optional.empty() : Optional.of(lowerProduct(lower.get())));
      case Entitlement.Membership(String id) ->
          new GroupSeats(
              graph,
              groups,
              new Memberships(graph),
              groups.read(id).orElseThrow(() -> missing("group", entitlement)));
      case Entitlement.Assignment(String id) -> {
        AppEntry app =
            AppEntry.read(graph, id)
                .orElseThrow(() -> missing("enterprise application", entitlement));
        yield new AppSeats(graph, app, book, groups, new Assignments(graph, app));
      }
    };
  }

  private Product lowerProduct(String lower) throws GraphRefused {
    return switch (Entitlement.read(lower)) {
      case Entitlement.Product(String name) -> product(name, lower);
      case Entitlement.Membership _, Entitlement.Assignment _ ->
          throw GraphRefused.forGood(
              "'" + lower + "' is no product, so nobody can be downgraded to it",
              "Write sku: and the part number of a product in 'seats.lowerEntitlement'.");
    };
  }

  private Product product(String name, String entitlement) throws GraphRefused {
    return new Products(graph).named(name).orElseThrow(() -> missing("product", entitlement));
  }

  private static GraphRefused missing(String what, String entitlement) {
    return GraphRefused.forGood(
        "the tenant has no %s %s".formatted(what, entitlement),
        "Correct 'seats.entitlement' of the application.");
  }
}
