package dev.reclaim.connectors.graph;

import com.microsoft.graph.models.GroupCollectionResponse;
import com.microsoft.graph.models.User;
import com.microsoft.graph.models.UserCollectionResponse;
import com.microsoft.graph.users.item.checkmembergroups.CheckMemberGroupsPostRequestBody;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads groups and who is in them. */
final class Groups {

  private static final Attempt READ = Attempt.toRead("groups", Permissions.READ_GROUPS);

  private final Graph graph;

  Groups(Graph graph) {
    this.graph = graph;
  }

  /** Empty if there is none with that id. */
  Optional<GroupEntry> read(String id) throws GraphRefused {
    try {
      return Optional.of(
          GroupEntry.of(
              graph.ask(
                  READ,
                  client ->
                      client
                          .groups()
                          .byGroupId(id)
                          .get(ask -> ask.queryParameters.select = GroupEntry.PROPERTIES))));
    } catch (GraphRefused e) {
      if (e.is(404)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Whether a person is in a group, directly or through another one. */
  boolean isIn(Person person, String group) throws GraphRefused {
    CheckMemberGroupsPostRequestBody body = new CheckMemberGroupsPostRequestBody();
    body.setGroupIds(List.of(group));
    List<String> in =
        graph
            .ask(
                READ, client -> client.users().byUserId(person.id()).checkMemberGroups().post(body))
            .getValue();
    return in != null && in.contains(group);
  }

  /** The groups that a person is in itself, not through others. */
  List<GroupEntry> directOf(Person person) throws GraphRefused {
    return new Pages<>(
            client ->
                client
                    .users()
                    .byUserId(person.id())
                    .memberOf()
                    .graphGroup()
                    .get(
                        ask -> {
                          ask.headers.add("ConsistencyLevel", "eventual");
                          ask.queryParameters.count = true;
                          ask.queryParameters.select = GroupEntry.PROPERTIES;
                          ask.queryParameters.top = Pages.LARGE;
                        }),
            (client, link) ->
                client
                    .users()
                    .byUserId(person.id())
                    .memberOf()
                    .graphGroup()
                    .withUrl(link)
                    .get(ask -> ask.headers.add("ConsistencyLevel", "eventual")),
            GroupCollectionResponse::getValue)
        .all(graph, READ).stream().map(GroupEntry::of).toList();
  }

  /** Groups that are members of a group, at any depth. */
  List<GroupEntry> within(String group) throws GraphRefused {
    return new Pages<>(
            client ->
                client
                    .groups()
                    .byGroupId(group)
                    .transitiveMembers()
                    .graphGroup()
                    .get(
                        ask -> {
                          ask.headers.add("ConsistencyLevel", "eventual");
                          ask.queryParameters.count = true;
                          ask.queryParameters.select = GroupEntry.PROPERTIES;
                          ask.queryParameters.top = Pages.LARGE;
                        }),
            (client, link) ->
                client
                    .groups()
                    .byGroupId(group)
                    .transitiveMembers()
                    .graphGroup()
                    .withUrl(link)
                    .get(ask -> ask.headers.add("ConsistencyLevel", "eventual")),
            GroupCollectionResponse::getValue)
        .all(graph, READ).stream().map(GroupEntry::of).toList();
  }

  /** Users that are members of a group themselves. */
  List<User> membersOf(String group) throws GraphRefused {
    return new Pages<>(
            client ->
                client
                    .groups()
                    .byGroupId(group)
                    .members()
                    .graphUser()
                    .get(
                        ask -> {
                          ask.headers.add("ConsistencyLevel", "eventual");
                          ask.queryParameters.count = true;
                          ask.queryParameters.select = Person.LABELS;
                          ask.queryParameters.top = Pages.LARGE;
                        }),
            (client, link) ->
                client
                    .groups()
                    .byGroupId(group)
                    .members()
                    .graphUser()
                    .withUrl(link)
                    .get(ask -> ask.headers.add("ConsistencyLevel", "eventual")),
            UserCollectionResponse::getValue)
        .all(graph, READ);
  }

  /** The names of many groups at once; one that cannot be read goes by its id. */
  Map<String, String> names(List<String> ids) throws GraphRefused {
    List<String> wanted = ids.stream().distinct().toList();
    List<Part.Answer> answers =
        graph.batch(
            READ,
            wanted.stream()
                .map(
                    id ->
                        new Part(
                            READ,
                            client ->
                                client
                                    .groups()
                                    .byGroupId(id)
                                    .toGetRequestInformation(
                                        ask ->
                                            ask.queryParameters.select =
                                                new String[] {"id", "displayName"})))
                .toList());
    Map<String, String> names = new LinkedHashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      names.put(wanted.get(i), nameIn(answers.get(i)).orElse(wanted.get(i)));
    }
    return names;
  }

  private static Optional<String> nameIn(Part.Answer answer) throws GraphRefused {
    return switch (answer) {
      case Part.Answer.Done(String body) ->
          Optional.ofNullable(Json.read(body).get("displayName")).map(Objects::toString);
      case Part.Answer.NotDone(GraphRefused why) when why.is(404) -> Optional.empty();
      case Part.Answer.NotDone(GraphRefused why) -> throw why;
    };
  }
}
