package dev.reclaim.connectors.graph;

import com.microsoft.graph.models.ServicePrincipal;
import com.microsoft.graph.models.ServicePrincipalCollectionResponse;
import java.util.Optional;

/**
 * One enterprise application, a service principal of the tenant.
 *
 * @param open whether anybody may sign in to it, assigned or not
 */
record AppEntry(String id, String appId, String name, boolean open) {

  private static final String[] PROPERTIES = {
    "id", "appId", "displayName", "appRoleAssignmentRequired"
  };

  /** By its own object id, or by the id of the application that it stands for. */
  static Optional<AppEntry> read(Graph graph, String eitherId) throws GraphRefused {
    return new Pages<>(
            client ->
                client
                    .servicePrincipals()
                    .get(
                        ask -> {
                          ask.queryParameters.filter =
                              "id eq '%s' or appId eq '%s'".formatted(eitherId, eitherId);
                          ask.queryParameters.select = PROPERTIES;
                        }),
            (client, link) -> client.servicePrincipals().withUrl(link).get(),
            ServicePrincipalCollectionResponse::getValue)
        .all(graph, Attempt.toRead("enterprise applications", Permissions.READ_APPS)).stream()
            .map(AppEntry::of)
            .findFirst();
  }

  private static AppEntry of(ServicePrincipal app) {
    return new AppEntry(
        app.getId(),
        app.getAppId(),
        String.valueOf(app.getDisplayName()),
        Boolean.FALSE.equals(app.getAppRoleAssignmentRequired()));
  }

  @Override
  public String toString() {
    return name + " (" + id + ")";
  }
}
