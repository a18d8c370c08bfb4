package dev.reclaim.local;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Brings a database and its two roles to what {@link Database} says. Repeating it is harmless;
 * passwords become those given.
 */
public final class CreatesDatabase {
  /** Connects the superuser to a database. */
  public interface Superuser {
    Connection connect(String database) throws SQLException, IOException;
  }

  private final Superuser superuser;

  private CreatesDatabase(Superuser superuser) {
    this.superuser = superuser;
  }

  public static CreatesDatabase on(Superuser superuser) {
    return new CreatesDatabase(superuser);
  }

  public void create(Database database) throws SQLException, IOException {
    String name = database.name();
    String owner = database.owner().name();
    String application = database.application().name();
    try (Connection connection = superuser.connect("postgres");
        Statement sql = connection.createStatement()) {
      // A refused statement is otherwise repeated in the server's log, with the password in it.
      sql.execute("SET log_min_error_statement = panic");
      role(sql, database.owner());
      role(sql, database.application());
      if (!exists(sql, "SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
        sql.execute("CREATE DATABASE " + name + " OWNER " + owner);
      }
      sql.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
      sql.execute("GRANT CONNECT ON DATABASE " + name + " TO " + owner + ", " + application);
    }
    try (Connection connection = superuser.connect(name);
        Statement sql = connection.createStatement()) {
      String inFuture = "ALTER DEFAULT PRIVILEGES FOR ROLE " + owner + " GRANT ";
      String privileges = database.grants().privileges();
      sql.execute("GRANT USAGE ON SCHEMA public TO " + application);
      sql.execute(inFuture + "USAGE ON SCHEMAS TO " + application);
      sql.execute(inFuture + privileges + " ON TABLES TO " + application);
      sql.execute(inFuture + "USAGE, SELECT ON SEQUENCES TO " + application);
    }
  }

  private static void role(Statement sql, Login login) throws SQLException {
    if (!exists(sql, "SELECT 1 FROM pg_roles WHERE rolname = '" + login.name() + "'")) {
      sql.execute("CREATE ROLE " + login.name() + " LOGIN");
    }
    String password = login.password().replace("'", "''");
    sql.execute("ALTER ROLE " + login.name() + " PASSWORD '" + password + "'");
  }

  private static boolean exists(Statement sql, String query) throws SQLException {
    try (ResultSet found = sql.executeQuery(query)) {
      return found.next();
    }
  }
}
