package dev.reclaim.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reading users and what they belong to. */
final class Users {

  private static final Pattern LABEL =
      Pattern.compile(
          "userPrincipalName eq '(.*)' or mail eq '.*' or"
              + " proxyAddresses/any\\(p:p eq 'smtp:.*'\\)");
  private static final Pattern LICENCE =
      Pattern.compile("assignedLicenses/any\\(x:x/skuId eq ([0-9a-f-]{36})\\)");
  private static final Pattern RESOURCE = Pattern.compile("resourceId eq ([0-9a-f-]{36})");

  private final Tenant tenant;
  private final Shows shows;
  private final Pages pages;

  Users(Tenant tenant, Pages pages) {
    this.tenant = tenant;
    this.shows = new Shows(tenant);
    this.pages = pages;
  }

  /** Empty if it is no request about users. */
  Optional<Reply> answer(Request request) {
    if (request.is("GET", "users")) {
      return Optional.of(list(request));
    }
    if (request.is("GET", "users/delta")) {
      return Optional.of(delta(request));
    }
    if (request.path().size() < 2 || !request.segment(0).equals("users")) {
      return Optional.empty();
    }
    Optional<User> user = tenant.user(request.segment(1));
    return user.isEmpty()
        ? Optional.of(Reply.gone(request.segment(1)))
        : about(user.get(), request);
  }

  private Optional<Reply> about(User user, Request request) {
    if (request.is("GET", "users/*")) {
      return Optional.of(Reply.ok(shows.user(user, request)));
    }
    if (request.is("GET", "users/*/memberOf/graph.group")) {
      return Optional.of(cast(request, groupsOf(user, request)));
    }
    if (request.is("GET", "users/*/transitiveMemberOf/graph.directoryRole")) {
      return Optional.of(cast(request, rolesOf(user)));
    }
    if (request.is("POST", "users/*/checkMemberGroups")) {
      return Optional.of(checkGroups(user, request.json()));
    }
    if (request.is("GET", "users/*/appRoleAssignments")) {
      return Optional.of(assignmentsOf(user, request));
    }
    return Optional.empty();
  }

  private Reply list(Request request) {
    String filter = request.param("$filter").orElse("");
    Matcher label = LABEL.matcher(filter);
    Matcher licence = LICENCE.matcher(filter);
    boolean byLabel = label.matches();
    boolean byLicence = licence.matches();
    if (!filter.isEmpty() && !byLabel && !byLicence) {
      return Reply.bad("Invalid filter clause: " + filter);
    }
    return pages.page(
        request,
        tenant.users.values().stream()
            .filter(user -> !byLabel || goesBy(user, label.group(1).replace("''", "'")))
            .filter(user -> !byLicence || tenant.skusOf(user).contains(licence.group(1)))
            .map(user -> shows.user(user, request))
            .toList());
  }

  private static boolean goesBy(User user, String label) {
    return user.principalName.equalsIgnoreCase(label) || user.mail.equalsIgnoreCase(label);
  }

  /** The link tells up to which change its bearer knows; the first time, everything is new. */
  private Reply delta(Request request) {
    Optional<Integer> known = request.param("$deltatoken").map(Integer::parseInt);
    if (known.isPresent() && known.get() > tenant.changes.size()) {
      return Reply.error(410, "SyncStateNotFound", "The sync state is not known any more.");
    }
    List<ObjectNode> found = new ArrayList<>();
    if (known.isEmpty()) {
      tenant.users.values().forEach(user -> found.add(shows.user(user, request)));
    } else {
      new LinkedHashSet<>(tenant.changes.subList(known.get(), tenant.changes.size()))
          .forEach(id -> found.add(changed(id, request)));
    }
    return pages.page(
        request,
        found,
        "%susers/delta?$select=%s&$deltatoken=%d"
            .formatted(Pages.ROOT, request.param("$select").orElse(""), tenant.changes.size()));
  }

  private ObjectNode changed(String id, Request request) {
    User user = tenant.users.get(id);
    if (user != null) {
      return shows.user(user, request);
    }
    ObjectNode tombstone = Json.object().put("id", id);
    tombstone.putObject("@removed").put("reason", "changed");
    return tombstone;
  }

  private List<ObjectNode> groupsOf(User user, Request request) {
    return tenant.groups.values().stream()
        .filter(group -> group.members.contains(user.id))
        .map(group -> shows.group(group, request))
        .toList();
  }

  private static List<ObjectNode> rolesOf(User user) {
    return user.roles.stream()
        .map(
            role ->
                Json.object()
                    .put("@odata.type", "#microsoft.graph.directoryRole")
                    .put("id", Ids.of("role", role))
                    .put("displayName", role))
        .toList();
  }

  private Reply checkGroups(User user, JsonNode body) {
    ObjectNode answer = Json.object();
    ArrayNode in = answer.putArray("value");
    for (JsonNode id : body.path("groupIds")) {
      Group group = tenant.groups.get(id.asText());
      if (group == null) {
        return Reply.gone(id.asText());
      }
      if (tenant.everybodyIn(group).contains(user.id)) {
        in.add(group.id);
      }
    }
    return Reply.ok(answer);
  }

  private Reply assignmentsOf(User user, Request request) {
    Matcher resource = RESOURCE.matcher(request.param("$filter").orElse(""));
    if (!resource.matches() || !tenant.apps.containsKey(resource.group(1))) {
      return Reply.bad("Invalid filter clause");
    }
    App app = tenant.apps.get(resource.group(1));
    return pages.page(
        request,
        app.assignments.stream()
            .filter(
                one ->
                    one.group()
                        ? tenant.groups.get(one.principalId()).members.contains(user.id)
                        : one.principalId().equals(user.id))
            .map(one -> shows.assignment(app, one))
            .toList());
  }

  private Reply cast(Request request, List<ObjectNode> all) {
    return request.advanced()
        ? pages.page(request, all)
        : Reply.bad("Filter on an OData cast needs ConsistencyLevel and $count.");
  }
}
