package dev.reclaim.local;

/** What the application's role may do with tables that the owner's migrations create. */
public enum Grants {
  READ_AND_WRITE("SELECT, INSERT, UPDATE, DELETE"),
  /** For the audit log: what is written stays; a migration grants more where it must. */
  APPEND_ONLY("SELECT, INSERT");

  private final String privileges;

  Grants(String privileges) {
    this.privileges = privileges;
  }

  /** In the words of SQL's {@code GRANT}. */
  String privileges() {
    return privileges;
  }
}
