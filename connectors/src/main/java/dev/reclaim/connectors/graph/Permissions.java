package dev.reclaim.connectors.graph;

/** The application permissions that the connector asks for, by Graph's names. */
final class Permissions {

  static final String READ_USERS = "User.Read.All";
  static final String READ_GROUPS = "GroupMember.Read.All";
  static final String READ_ROLES = "RoleManagement.Read.Directory";
  static final String READ_SKUS = "LicenseAssignment.Read.All";
  static final String READ_APPS = "Application.Read.All";
  static final String READ_SIGN_INS = "AuditLog.Read.All";
  static final String WRITE_LICENCES = "LicenseAssignment.ReadWrite.All";
  static final String WRITE_MEMBERS = "GroupMember.ReadWrite.All";
  static final String WRITE_ASSIGNMENTS = "AppRoleAssignment.ReadWrite.All";
  static final String ENABLE_ACCOUNTS = "User.EnableDisableAccount.All";
  static final String END_SESSIONS = "User.RevokeSessions.All";

  private Permissions() {}
}
