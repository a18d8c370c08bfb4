package dev.reclaim.local;

/**
 * One database with its two roles: the owner runs the migrations, the application's role only works
 * with the data.
 */
public record Database(String name, Login owner, Login application, Grants grants) {

  public Database {
    // The same alphabet as a role, so that no name needs quoting rules of its own.
    new Login(name, "checked for its name only");
    if (owner.name().equals(application.name())) {
      throw new IllegalArgumentException("owner: must differ from the application's role");
    }
  }

  /**
   * The house convention: role {@code <name>} for the application, {@code <name>_owner} for the
   * owner; {@code audit_service} is append-only.
   */
  public static Database named(String name, String ownerPassword, String applicationPassword) {
    return new Database(
        name,
        new Login(name + "_owner", ownerPassword),
        new Login(name, applicationPassword),
        name.equals("audit_service") ? Grants.APPEND_ONLY : Grants.READ_AND_WRITE);
  }
}
