package dev.reclaim.connectors.graph;

import com.microsoft.graph.models.AppRoleAssignment;
import com.microsoft.graph.models.AppRoleAssignmentCollectionResponse;
import java.util.List;
import java.util.UUID;

/** Reads, begins and ends assignments of one enterprise application. */
final class Assignments {

  private final Graph graph;
  private final AppEntry app;

  Assignments(Graph graph, AppEntry app) {
    this.graph = graph;
    this.app = app;
  }

  /** A person's own ones, and those of groups that it is in itself. */
  List<AppRoleAssignment> of(Person person) throws GraphRefused {
    return new Pages<>(
            client ->
                client
                    .users()
                    .byUserId(person.id())
                    .appRoleAssignments()
                    .get(ask -> ask.queryParameters.filter = "resourceId eq " + app.id()),
            (client, link) ->
                client.users().byUserId(person.id()).appRoleAssignments().withUrl(link).get(),
            AppRoleAssignmentCollectionResponse::getValue)
        .all(graph, Attempt.toRead("assignments of " + app, Permissions.READ_APPS));
  }

  /** Everybody's, of people and of groups. */
  List<AppRoleAssignment> all() throws GraphRefused {
    return new Pages<>(
            client ->
                client
                    .servicePrincipals()
                    .byServicePrincipalId(app.id())
                    .appRoleAssignedTo()
                    .get(ask -> ask.queryParameters.top = Pages.LARGE),
            (client, link) ->
                client
                    .servicePrincipals()
                    .byServicePrincipalId(app.id())
                    .appRoleAssignedTo()
                    .withUrl(link)
                    .get(),
            AppRoleAssignmentCollectionResponse::getValue)
        .all(graph, Attempt.toRead("assignments of " + app, Permissions.READ_APPS));
  }

  /** In batches; the answers are in the order of the assignments. */
  List<Part.Answer> end(Person person, List<AppRoleAssignment> assignments) throws GraphRefused {
    Attempt attempt = toChange("take the assignment of " + app + " from " + person.name());
    return graph.batch(
        attempt,
        assignments.stream()
            .map(
                one ->
                    new Part(
                        attempt,
                        client ->
                            client
                                .servicePrincipals()
                                .byServicePrincipalId(app.id())
                                .appRoleAssignedTo()
                                .byAppRoleAssignmentId(one.getId())
                                .toDeleteRequestInformation()))
            .toList());
  }

  void begin(Person person, UUID role) throws GraphRefused {
    AppRoleAssignment wanted = new AppRoleAssignment();
    wanted.setPrincipalId(UUID.fromString(person.id()));
    wanted.setResourceId(UUID.fromString(app.id()));
    wanted.setAppRoleId(role);
    graph.change(
        toChange("assign " + app + " to " + person.name()),
        client ->
            client
                .servicePrincipals()
                .byServicePrincipalId(app.id())
                .appRoleAssignedTo()
                .post(wanted));
  }

  static boolean isGroups(AppRoleAssignment assignment) {
    return "Group".equals(assignment.getPrincipalType());
  }

  static boolean isPersons(AppRoleAssignment assignment) {
    return "User".equals(assignment.getPrincipalType());
  }

  private static Attempt toChange(String what) {
    return Attempt.toChange(what, Permissions.WRITE_ASSIGNMENTS);
  }
}
