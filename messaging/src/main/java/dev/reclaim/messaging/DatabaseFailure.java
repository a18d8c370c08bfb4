package dev.reclaim.messaging;

import java.sql.SQLException;

/** The database did not do what it was asked. */
public class DatabaseFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DatabaseFailure(String message, SQLException cause) {
    super(message, cause);
  }

  /**
   * Whether no record is to blame, so that waiting may help: the connection is gone, the server is
   * starting or stopping, resources are short, another transaction was in the way, or the database
   * does not (yet) look as this version of the service needs it. Classes 08, 40, 42, 53, 55, 57 and
   * 58 of PostgreSQL's error codes; no code at all is the pool, which found no connection.
   */
  static boolean mayPass(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        if (state == null || state.matches("(08|40|42|53|55|57|58).*")) {
          return true;
        }
      }
    }
    return false;
  }
}
