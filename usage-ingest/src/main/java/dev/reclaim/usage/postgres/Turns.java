package dev.reclaim.usage.postgres;

import dev.reclaim.usage.Serializes;
import javax.sql.DataSource;

/** Turns as a lock of the database, so that replicas wait for each other as well. */
public final class Turns implements Serializes {

  private static final long LOCK = 0x75736167655fL;

  private final Sql sql;

  public Turns(DataSource database) {
    this.sql = new Sql(database);
  }

  @Override
  public void awaitTurn() {
    sql.run("SELECT pg_advisory_xact_lock(?)", LOCK);
  }
}
