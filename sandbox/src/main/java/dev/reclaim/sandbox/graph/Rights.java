package dev.reclaim.sandbox.graph;

import java.util.List;
import java.util.Set;

/** Which request needs which application permission; any one of a rule's is enough. */
final class Rights {

  private record Rule(String method, String path, Set<String> anyOf) {}

  private static final List<Rule> RULES =
      List.of(
          rule("GET", "auditLogs/signIns", "AuditLog.Read.All"),
          rule(
              "GET",
              "subscribedSkus",
              "LicenseAssignment.Read.All",
              "LicenseAssignment.ReadWrite.All",
              "Organization.Read.All",
              "Directory.Read.All"),
          rule(
              "POST",
              "users/*/assignLicense",
              "LicenseAssignment.ReadWrite.All",
              "User.ReadWrite.All"),
          rule(
              "POST",
              "users/*/revokeSignInSessions",
              "User.RevokeSessions.All",
              "User.ReadWrite.All"),
          rule("PATCH", "users/*", "User.EnableDisableAccount.All", "User.ReadWrite.All"),
          rule(
              "DELETE",
              "groups/*/members/*/$ref",
              "GroupMember.ReadWrite.All",
              "Group.ReadWrite.All"),
          rule("POST", "groups/*/members/$ref", "GroupMember.ReadWrite.All", "Group.ReadWrite.All"),
          rule("DELETE", "groups/*/members/*", "User.ReadWrite.All", "GroupMember.ReadWrite.All"),
          rule("POST", "servicePrincipals/*/appRoleAssignedTo", "AppRoleAssignment.ReadWrite.All"),
          rule(
              "DELETE",
              "servicePrincipals/*/appRoleAssignedTo/*",
              "AppRoleAssignment.ReadWrite.All"),
          rule("GET", "servicePrincipals", "Application.Read.All", "Directory.Read.All"),
          rule(
              "GET",
              "servicePrincipals/*/appRoleAssignedTo",
              "Application.Read.All",
              "Directory.Read.All"),
          rule(
              "GET",
              "users/*/transitiveMemberOf/graph.directoryRole",
              "RoleManagement.Read.Directory",
              "Directory.Read.All"));

  private static final Set<String> READS =
      Set.of("User.Read.All", "Directory.Read.All", "User.ReadWrite.All");

  private static final Set<String> GROUP_READS =
      Set.of(
          "GroupMember.Read.All",
          "GroupMember.ReadWrite.All",
          "Group.Read.All",
          "Directory.Read.All");

  private Rights() {}

  /** Whether somebody with these permissions may send the request. */
  static boolean permit(Request request, Set<String> permissions) {
    return anyOf(request).stream().anyMatch(permissions::contains)
        && (!selectsActivity(request) || permissions.contains("AuditLog.Read.All"));
  }

  private static Set<String> anyOf(Request request) {
    return RULES.stream()
        .filter(rule -> request.is(rule.method(), rule.path()))
        .findFirst()
        .map(Rule::anyOf)
        .orElse(request.path().getFirst().equals("groups") ? GROUP_READS : READS);
  }

  private static boolean selectsActivity(Request request) {
    return request.param("$select").orElse("").contains("signInActivity");
  }

  private static Rule rule(String method, String path, String... anyOf) {
    return new Rule(method, path, Set.of(anyOf));
  }
}
