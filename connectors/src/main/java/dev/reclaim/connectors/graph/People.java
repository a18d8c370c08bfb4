package dev.reclaim.connectors.graph;

import com.microsoft.graph.models.User;
import com.microsoft.graph.models.UserCollectionResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds users. */
final class People {

  private static final Pattern OBJECT_ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Attempt READ = Attempt.toRead("users", Permissions.READ_USERS);

  private final Graph graph;

  People(Graph graph) {
    this.graph = graph;
  }

  /** By user principal name, mail address, any other address of the mailbox, or object id. */
  PersonLook look(String label) throws GraphRefused {
    List<String> ids = idsOf(label);
    if (ids.size() > 1) {
      return new PersonLook.Many(ids.size());
    }
    if (ids.isEmpty() && !OBJECT_ID.matcher(label).matches()) {
      return new PersonLook.None();
    }
    return read(ids.isEmpty() ? label : ids.getFirst())
        .<PersonLook>map(PersonLook.One::new)
        .orElseGet(PersonLook.None::new);
  }

  /** Freshly, by object id; empty if there is none. */
  Optional<Person> read(String id) throws GraphRefused {
    try {
      return Optional.of(
          Person.of(
              graph.ask(
                  READ,
                  client ->
                      client
                          .users()
                          .byUserId(id)
                          .get(ask -> ask.queryParameters.select = Person.ALL))));
    } catch (GraphRefused e) {
      if (e.is(404)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private List<String> idsOf(String label) throws GraphRefused {
    String quoted = label.replace("'", "''");
    String filter =
        "userPrincipalName eq '%s' or mail eq '%s' or proxyAddresses/any(p:p eq 'smtp:%s')"
            .formatted(quoted, quoted, quoted);
    return new Pages<>(
            client ->
                client
                    .users()
                    .get(
                        ask -> {
                          ask.queryParameters.filter = filter;
                          ask.queryParameters.select = new String[] {"id"};
                        }),
            (client, link) -> client.users().withUrl(link).get(),
            UserCollectionResponse::getValue)
        .all(graph, READ).stream().map(User::getId).toList();
  }
}
