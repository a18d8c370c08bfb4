package dev.reclaim.connectors.graph;

import com.microsoft.graph.models.ReferenceCreate;
import java.util.List;
import java.util.function.Function;

/**
 * Begins and ends memberships. What is deleted is always the reference, {@code /members/{id}/$ref},
 * and never what it refers to.
 */
final class Memberships {

  private final Graph graph;

  Memberships(Graph graph) {
    this.graph = graph;
  }

  void end(Person person, GroupEntry group) throws GraphRefused {
    graph.change(
        ending(person, group),
        client ->
            client
                .groups()
                .byGroupId(group.id())
                .members()
                .byDirectoryObjectId(person.id())
                .ref()
                .delete());
  }

  /** In batches; the answers are in the order of the groups. */
  List<Part.Answer> end(Person person, List<GroupEntry> groups) throws GraphRefused {
    return all(
        groups,
        group ->
            new Part(
                ending(person, group),
                client ->
                    client
                        .groups()
                        .byGroupId(group.id())
                        .members()
                        .byDirectoryObjectId(person.id())
                        .ref()
                        .toDeleteRequestInformation()));
  }

  void begin(Person person, GroupEntry group) throws GraphRefused {
    try {
      graph.change(
          beginning(person, group),
          client ->
              client.groups().byGroupId(group.id()).members().ref().post(referenceTo(person)));
    } catch (GraphRefused e) {
      if (!isThereAlready(e)) {
        throw e;
      }
    }
  }

  /** In batches; the answers are in the order of the groups. */
  List<Part.Answer> begin(Person person, List<GroupEntry> groups) throws GraphRefused {
    return all(
        groups,
        group ->
            new Part(
                beginning(person, group),
                client ->
                    client
                        .groups()
                        .byGroupId(group.id())
                        .members()
                        .ref()
                        .toPostRequestInformation(referenceTo(person))));
  }

  static boolean isThereAlready(GraphRefused e) {
    return e.is(400) && e.getMessage().contains("already exist");
  }

  private List<Part.Answer> all(List<GroupEntry> groups, Function<GroupEntry, Part> part)
      throws GraphRefused {
    return graph.batch(
        Attempt.toChange("change memberships", Permissions.WRITE_MEMBERS),
        groups.stream().map(part).toList());
  }

  private ReferenceCreate referenceTo(Person person) {
    ReferenceCreate reference = new ReferenceCreate();
    reference.setOdataId(graph.reference(person.id()));
    return reference;
  }

  private static Attempt ending(Person person, GroupEntry group) {
    return Attempt.toChange(
        "take %s out of the group %s".formatted(person.name(), group), Permissions.WRITE_MEMBERS);
  }

  private static Attempt beginning(Person person, GroupEntry group) {
    return Attempt.toChange(
        "put %s into the group %s".formatted(person.name(), group), Permissions.WRITE_MEMBERS);
  }
}
