package dev.reclaim.connectors.graph;

import com.microsoft.graph.models.User;
import com.microsoft.graph.users.delta.DeltaGetResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All users of the tenant with their labels. The first question reads everybody; each later one
 * only what changed since, by Graph's delta query, and forgets whom it says to be removed.
 */
final class AddressBook {

  private static final Attempt READ = Attempt.toRead("users", Permissions.READ_USERS);

  private final Graph graph;
  private Map<String, User> users = new LinkedHashMap<>();
  private String link = "";

  AddressBook(Graph graph) {
    this.graph = graph;
  }

  /** Everybody as of now. If it cannot be read to the end, nothing of it is kept. */
  synchronized Collection<User> refresh() throws GraphRefused {
    try {
      follow(link);
    } catch (GraphRefused e) {
      if (link.isEmpty() || !e.is(410)) {
        throw e;
      }
      users = new LinkedHashMap<>();
      link = "";
      follow(link);
    }
    return List.copyOf(users.values());
  }

  private void follow(String from) throws GraphRefused {
    List<User> changes = new ArrayList<>();
    DeltaGetResponse page = page(from);
    while (page.getOdataDeltaLink() == null) {
      addTo(changes, page);
      page = page(page.getOdataNextLink());
    }
    addTo(changes, page);
    changes.forEach(this::apply);
    link = page.getOdataDeltaLink();
  }

  private DeltaGetResponse page(String from) throws GraphRefused {
    return graph.ask(
        READ,
        client ->
            from.isEmpty()
                ? client.users().delta().get(ask -> ask.queryParameters.select = Person.LABELS)
                : client.users().delta().withUrl(from).get());
  }

  private static void addTo(List<User> changes, DeltaGetResponse page) {
    if (page.getValue() != null) {
      changes.addAll(page.getValue());
    }
  }

  private void apply(User user) {
    if (user.getAdditionalData().containsKey("@removed")) {
      users.remove(user.getId());
    } else {
      users.put(user.getId(), user);
    }
  }
}
