package dev.reclaim.sandbox.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Objects as Graph shows them; with {@code $select}, only what was asked for. */
final class Shows {

  private final Tenant tenant;

  Shows(Tenant tenant) {
    this.tenant = tenant;
  }

  ObjectNode user(User user, Request request) {
    ObjectNode json =
        Json.object()
            .put("@odata.type", "#microsoft.graph.user")
            .put("id", user.id)
            .put("userPrincipalName", user.principalName)
            .put("mail", user.mail)
            .put("onPremisesSamAccountName", user.samAccountName)
            .put("userType", "Member")
            .put("usageLocation", "DE")
            .put("accountEnabled", user.enabled)
            .put("onPremisesSyncEnabled", user.synced ? Boolean.TRUE : null)
            .put("signInSessionsValidFromDateTime", user.sessionsValidFrom.toString());
    licences(json, user);
    if (user.lastSignIn.isPresent()) {
      json.putObject("signInActivity")
          .put("lastSuccessfulSignInDateTime", user.lastSignIn.get().toString());
    }
    return selected(json, request);
  }

  private void licences(ObjectNode json, User user) {
    ArrayNode assigned = json.putArray("assignedLicenses");
    ArrayNode states = json.putArray("licenseAssignmentStates");
    for (String sku : tenant.skusOf(user)) {
      Set<String> plans = user.licences.getOrDefault(sku, Set.of());
      plans.forEach(assigned.addObject().put("skuId", sku).putArray("disabledPlans")::add);
      if (user.licences.containsKey(sku)) {
        plans.forEach(state(states, sku, null)::add);
      }
      tenant.givers(user, sku).forEach(group -> state(states, sku, group.id));
    }
  }

  private static ArrayNode state(ArrayNode states, String sku, String group) {
    return states
        .addObject()
        .put("skuId", sku)
        .put("assignedByGroup", group)
        .put("state", "Active")
        .put("error", "None")
        .putArray("disabledPlans");
  }

  ObjectNode group(Group group, Request request) {
    ObjectNode json =
        Json.object()
            .put("@odata.type", "#microsoft.graph.group")
            .put("id", group.id)
            .put("displayName", group.name)
            .put("onPremisesSyncEnabled", group.sort == Group.Sort.SYNCED ? Boolean.TRUE : null)
            .put("isAssignableToRole", group.sort == Group.Sort.ROLE_ASSIGNABLE)
            .put("mailEnabled", group.sort == Group.Sort.MAIL_ENABLED)
            .put("securityEnabled", group.sort != Group.Sort.MAIL_ENABLED);
    ArrayNode types = json.putArray("groupTypes");
    if (group.sort == Group.Sort.DYNAMIC) {
      types.add("DynamicMembership");
      json.put("membershipRule", "user.department -eq \"Sales\"");
    }
    return selected(json, request);
  }

  ObjectNode app(App app, Request request) {
    return selected(
        Json.object()
            .put("@odata.type", "#microsoft.graph.servicePrincipal")
            .put("id", app.id)
            .put("appId", app.appId)
            .put("displayName", app.name)
            .put("appRoleAssignmentRequired", app.assignmentRequired),
        request);
  }

  ObjectNode assignment(App app, App.Assignment assignment) {
    return Json.object()
        .put("id", assignment.id())
        .put("appRoleId", assignment.appRoleId())
        .put("principalId", assignment.principalId())
        .put("principalType", assignment.group() ? "Group" : "User")
        .put("principalDisplayName", nameOf(assignment))
        .put("createdDateTime", "2026-01-15T08:00:00Z")
        .put("resourceId", app.id)
        .put("resourceDisplayName", app.name);
  }

  private String nameOf(App.Assignment assignment) {
    return assignment.group()
        ? tenant.groups.get(assignment.principalId()).name
        : tenant.users.get(assignment.principalId()).principalName;
  }

  ObjectNode sku(Sku sku, Request request) {
    ObjectNode json =
        Json.object()
            .put("id", "tenant_" + sku.id())
            .put("skuId", sku.id())
            .put("skuPartNumber", sku.partNumber())
            .put("consumedUnits", tenant.consumed(sku.id()));
    json.putObject("prepaidUnits").put("enabled", sku.seats());
    return selected(json, request);
  }

  static ObjectNode signIn(SignIn one) {
    ObjectNode json =
        Json.object()
            .put("id", one.id())
            .put("userId", one.userId())
            .put("userPrincipalName", one.principalName())
            .put("appId", one.appId())
            .put("createdDateTime", one.at().toString())
            .put("isInteractive", true);
    json.putObject("status").put("errorCode", one.error());
    return json;
  }

  private static ObjectNode selected(ObjectNode json, Request request) {
    List<String> wanted =
        request.param("$select").map(text -> Arrays.asList(text.split(","))).orElse(List.of());
    if (!wanted.isEmpty()) {
      json.retain(Stream.concat(wanted.stream(), Stream.of("@odata.type")).toList());
    }
    return json;
  }
}
