package dev.reclaim.testkit.infrastructure;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * One database of the test server.
 *
 * @param owner the role that owns the tables
 * @param role the role that the service uses; all passwords are {@link #PASSWORD}
 */
public record TestDatabase(String jdbcUrl, String owner, String role, Superuser superuser) {

  /** Connects past all roles. */
  interface Superuser {
    Connection connect() throws SQLException;
  }

  /** Of all roles of the test server. */
  public static final String PASSWORD = "only-for-tests";

  /** The database that a module's tests use, under the name that its service has in production. */
  public static TestDatabase named(String name) {
    return Infrastructure.started().database(name);
  }

  public Connection asOwner() throws SQLException {
    return DriverManager.getConnection(jdbcUrl, owner, PASSWORD);
  }

  public Connection asService() throws SQLException {
    return DriverManager.getConnection(jdbcUrl, role, PASSWORD);
  }

  /** Who may do what no service may, such as changing the audit log. */
  public Connection asSuperuser() throws SQLException {
    return superuser.connect();
  }
}
