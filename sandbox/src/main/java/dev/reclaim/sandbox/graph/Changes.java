package dev.reclaim.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** All requests that change something. */
final class Changes {

  private final Tenant tenant;
  private final Effects effects;

  Changes(Tenant tenant, Effects effects) {
    this.tenant = tenant;
    this.effects = effects;
  }

  static boolean isOne(Request request) {
    return !request.method().equals("GET") && !request.is("POST", "users/*/checkMemberGroups");
  }

  Reply make(Request request) {
    Reply reply = request.segment(0).equals("users") ? onUser(request) : onOthers(request);
    if (reply.status() < 300) {
      changedUser(request).ifPresent(user -> tenant.changes.add(user.id));
    }
    return reply;
  }

  private Optional<User> changedUser(Request request) {
    return request.segment(0).equals("users") ? tenant.user(request.segment(1)) : Optional.empty();
  }

  private Reply onUser(Request request) {
    Optional<User> user = tenant.user(request.segment(1));
    if (user.isEmpty()) {
      return Reply.gone(request.segment(1));
    }
    if (request.is("PATCH", "users/*")) {
      return enable(user.get(), request.json().path("accountEnabled"));
    }
    if (request.is("POST", "users/*/assignLicense")) {
      return new Licensing(tenant, effects).assign(user.get(), request);
    }
    if (request.is("POST", "users/*/revokeSignInSessions")) {
      user.get().sessionsValidFrom = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      effects.add(Effect.Kind.SESSIONS_ENDED, user.get(), user.get().principalName);
      return Reply.ok(Json.object().put("value", true));
    }
    return unknown(request);
  }

  private Reply enable(User user, JsonNode wanted) {
    if (!wanted.isBoolean()) {
      return Reply.bad("Invalid value specified for property 'accountEnabled'.");
    }
    if (user.synced) {
      return Reply.bad(
          "Unable to update the specified properties for on-premises mastered Directory Sync"
              + " objects or objects currently undergoing migration.");
    }
    if (!user.roles.isEmpty()) {
      return Reply.denied();
    }
    if (user.enabled != wanted.asBoolean()) {
      user.enabled = wanted.asBoolean();
      effects.add(
          user.enabled ? Effect.Kind.ACCOUNT_ENABLED : Effect.Kind.ACCOUNT_DISABLED,
          user,
          user.principalName);
    }
    return Reply.nothing();
  }

  private Reply onOthers(Request request) {
    if (request.is("DELETE", "groups/*/members/*/$ref")) {
      return leave(request.segment(1), request.segment(3));
    }
    if (request.is("DELETE", "groups/*/members/*")) {
      return deleteUser(request.segment(3));
    }
    if (request.is("POST", "groups/*/members/$ref")) {
      return join(request.segment(1), request.json().path("@odata.id").asText());
    }
    if (request.is("DELETE", "servicePrincipals/*/appRoleAssignedTo/*")) {
      return unassign(request.segment(1), request.segment(3));
    }
    if (request.is("POST", "servicePrincipals/*/appRoleAssignedTo")) {
      return assign(request.segment(1), request.json());
    }
    return unknown(request);
  }

  /** What a forgotten {@code $ref} does: the path now names the user itself. */
  private Reply deleteUser(String id) {
    User user = tenant.users.get(id);
    if (user == null) {
      return Reply.gone(id);
    }
    tenant.delete(user);
    effects.add(Effect.Kind.USER_DELETED, user, user.principalName);
    return Reply.nothing();
  }

  /** The 404 names the group, whatever is missing. */
  private Reply leave(String groupId, String userId) {
    Group group = tenant.groups.get(groupId);
    User user = tenant.users.get(userId);
    if (group == null || user == null || !group.members.contains(userId)) {
      return Reply.gone(groupId);
    }
    Optional<Reply> refusal = refusal(group);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    group.members.remove(userId);
    effects.add(Effect.Kind.MEMBER_REMOVED, user, group.name);
    return Reply.nothing();
  }

  private Reply join(String groupId, String reference) {
    Group group = tenant.groups.get(groupId);
    User user = tenant.users.get(reference.replaceFirst("^.*/directoryObjects/", ""));
    if (group == null || user == null) {
      return Reply.gone(groupId);
    }
    Optional<Reply> refusal = refusal(group);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (!group.members.add(user.id)) {
      return Reply.bad(
          "One or more added object references already exist for the following modified"
              + " properties: 'members'.");
    }
    effects.add(Effect.Kind.MEMBER_ADDED, user, group.name);
    return Reply.nothing();
  }

  private static Optional<Reply> refusal(Group group) {
    return switch (group.sort) {
      case SECURITY -> Optional.empty();
      case DYNAMIC, ROLE_ASSIGNABLE -> Optional.of(Reply.denied());
      case SYNCED ->
          Optional.of(
              Reply.bad(
                  "Unable to update the specified properties for on-premises mastered Directory"
                      + " Sync objects or objects currently undergoing migration."));
      case MAIL_ENABLED ->
          Optional.of(
              Reply.bad("Cannot Update a mail-enabled security groups and or distribution list."));
    };
  }

  private Reply unassign(String appId, String assignmentId) {
    App app = tenant.apps.get(appId);
    Optional<App.Assignment> found =
        app == null
            ? Optional.empty()
            : app.assignments.stream().filter(one -> one.id().equals(assignmentId)).findFirst();
    if (found.isEmpty()) {
      return Reply.gone(assignmentId);
    }
    app.assignments.remove(found.get());
    User user = tenant.users.get(found.get().principalId());
    if (user != null) {
      effects.add(Effect.Kind.ASSIGNMENT_REMOVED, user, app.name);
    }
    return Reply.nothing();
  }

  private Reply assign(String appId, JsonNode body) {
    App app = tenant.apps.get(appId);
    User user = tenant.users.get(body.path("principalId").asText());
    String role = body.path("appRoleId").asText();
    if (app == null || user == null || !body.path("resourceId").asText().equals(appId)) {
      return Reply.gone(appId);
    }
    boolean there =
        app.assignments.stream()
            .anyMatch(one -> one.principalId().equals(user.id) && one.appRoleId().equals(role));
    if (there) {
      return Reply.bad("Permission being assigned already exists on the object");
    }
    App.Assignment added =
        new App.Assignment(Ids.of("assignment", app.id + user.id + role), user.id, false, role);
    app.assignments.add(added);
    effects.add(Effect.Kind.ASSIGNMENT_ADDED, user, app.name);
    return Reply.created(new Shows(tenant).assignment(app, added));
  }

  private static Reply unknown(Request request) {
    return Reply.bad(
        "Resource not found for the segment '%s'.".formatted(request.path().getLast()));
  }
}
