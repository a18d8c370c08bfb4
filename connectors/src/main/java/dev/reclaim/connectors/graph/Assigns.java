package dev.reclaim.connectors.graph;

import com.microsoft.graph.models.AssignedLicense;
import com.microsoft.graph.users.item.assignlicense.AssignLicensePostRequestBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One {@code assignLicense} call: all that it adds and removes, or nothing of it. */
final class Assigns {

  private final Graph graph;
  private final Person person;
  private final List<AssignedLicense> added = new ArrayList<>();
  private final List<UUID> removed = new ArrayList<>();

  Assigns(Graph graph, Person person) {
    this.graph = graph;
    this.person = person;
  }

  void add(UUID sku, Set<UUID> disabledPlans) {
    AssignedLicense licence = new AssignedLicense();
    licence.setSkuId(sku);
    licence.setDisabledPlans(List.copyOf(disabledPlans));
    added.add(licence);
  }

  void remove(UUID sku) {
    removed.add(sku);
  }

  boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty();
  }

  /** Both lists have to be there, also when they are empty. */
  void send() throws GraphRefused {
    AssignLicensePostRequestBody body = new AssignLicensePostRequestBody();
    body.setAddLicenses(added);
    body.setRemoveLicenses(removed);
    graph.change(
        Attempt.toChange("change the licences of " + person.name(), Permissions.WRITE_LICENCES),
        client -> client.users().byUserId(person.id()).assignLicense().post(body));
  }
}
