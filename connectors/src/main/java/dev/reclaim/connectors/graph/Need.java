package dev.reclaim.connectors.graph;

import java.util.Set;
import java.util.TreeSet;

/**
 * Something that the connection has to be able to do.
 *
 * @param purpose as the end of "it needs ... to"
 * @param permission the narrowest application permission that is enough
 * @param wider others that are enough too
 */
record Need(String purpose, String permission, Set<String> wider) {

  static final Need READ_USERS =
      of("read users", Permissions.READ_USERS, "Directory.Read.All", "User.ReadWrite.All");
  static final Need READ_ROLES =
      of(
          "see who holds a directory role",
          Permissions.READ_ROLES,
          "Directory.Read.All",
          "RoleManagement.ReadWrite.Directory");
  static final Need READ_GROUPS =
      of(
          "read groups and their members",
          Permissions.READ_GROUPS,
          "Group.Read.All",
          "GroupMember.ReadWrite.All",
          "Group.ReadWrite.All",
          "Directory.Read.All");
  static final Need READ_SKUS =
      of(
          "read the tenant's products",
          Permissions.READ_SKUS,
          "LicenseAssignment.ReadWrite.All",
          "Organization.Read.All",
          "Directory.Read.All");
  static final Need READ_APPS =
      of("read enterprise applications", Permissions.READ_APPS, "Directory.Read.All");
  static final Need READ_SIGN_INS = of("read sign-ins", Permissions.READ_SIGN_INS);
  static final Need WRITE_LICENCES =
      of("change licences", Permissions.WRITE_LICENCES, "User.ReadWrite.All");
  static final Need WRITE_MEMBERS =
      of("change members of groups", Permissions.WRITE_MEMBERS, "Group.ReadWrite.All");
  static final Need WRITE_ASSIGNMENTS =
      of("change assignments of applications", Permissions.WRITE_ASSIGNMENTS);
  static final Need ENABLE_ACCOUNTS =
      of("disable accounts", Permissions.ENABLE_ACCOUNTS, "User.ReadWrite.All");
  static final Need END_SESSIONS =
      of("end sessions", Permissions.END_SESSIONS, "User.ReadWrite.All");

  boolean isMetBy(Set<String> granted) {
    return granted.contains(permission) || wider.stream().anyMatch(granted::contains);
  }

  private static Need of(String purpose, String permission, String... wider) {
    return new Need(purpose, permission, new TreeSet<>(Set.of(wider)));
  }
}
