package dev.reclaim.testkit.infrastructure;

import dev.reclaim.local.Database;
import dev.reclaim.local.LocalBroker;
import dev.reclaim.local.LocalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The same broker and database that {@code ./reclaim up} starts, on free ports and in a temporary
 * folder.
 */
final class EmbeddedInfrastructure implements Infrastructure {

  private final LocalPostgres postgres;
  private final LocalBroker broker;

  EmbeddedInfrastructure() {
    try {
      Path folder = Files.createTempDirectory("reclaim-test");
      postgres = LocalPostgres.start(folder.resolve("postgres"), 0);
      broker = LocalBroker.start(folder.resolve("kafka"), 0, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  @Override
  public TestDatabase database(String name) {
    try {
      postgres.createDatabase(Database.named(name, TestDatabase.PASSWORD, TestDatabase.PASSWORD));
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("the test database " + name + " could not be made", e);
    }
    return new TestDatabase(postgres.jdbcUrl(name), name + "_owner", name, () -> superuser(name));
  }

  private Connection superuser(String name) throws SQLException {
    try {
      return postgres.connect(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
