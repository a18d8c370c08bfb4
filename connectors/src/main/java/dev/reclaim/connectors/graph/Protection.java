package dev.reclaim.connectors.graph;

import com.microsoft.graph.models.DirectoryRole;
import com.microsoft.graph.models.DirectoryRoleCollectionResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says whom Reclaim must not touch: whoever holds a directory role, so the last administrator among
 * them, and the accounts that {@code protected-accounts} names.
 */
final class Protection {

  private final Graph graph;
  private final Set<String> untouchable;

  Protection(Graph graph, Set<String> untouchable) {
    this.graph = graph;
    this.untouchable = untouchable;
  }

  /** Why nothing may be taken from a person, as a sentence; empty if it may. */
  Optional<String> of(Person person) throws GraphRefused {
    boolean named =
        untouchable.contains(person.id().toLowerCase(Locale.ROOT))
            || person.identifiers().stream()
                .anyMatch(one -> untouchable.contains(one.normalised()));
    if (named) {
      return Optional.of(person.name() + " is named in protected-accounts of the connection");
    }
    List<DirectoryRole> roles = rolesOf(person);
    return roles.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s is protected, for it holds %s"
                .formatted(
                    person.name(),
                    roles.stream()
                        .map(DirectoryRole::getDisplayName)
                        .collect(Collectors.joining(", "))));
  }

  private List<DirectoryRole> rolesOf(Person person) throws GraphRefused {
    return new Pages<>(
            client ->
                client
                    .users()
                    .byUserId(person.id())
                    .transitiveMemberOf()
                    .graphDirectoryRole()
                    .get(
                        ask -> {
                          ask.headers.add("ConsistencyLevel", "eventual");
                          ask.queryParameters.count = true;
                          ask.queryParameters.select = new String[] {"id", "displayName"};
                        }),
            (client, link) ->
                client
                    .users()
                    .byUserId(person.id())
                    .transitiveMemberOf()
                    .graphDirectoryRole()
                    .withUrl(link)
                    .get(ask -> ask.headers.add("ConsistencyLevel", "eventual")),
            DirectoryRoleCollectionResponse::getValue)
        .all(graph, Attempt.toRead("directory roles", Permissions.READ_ROLES));
  }
}
