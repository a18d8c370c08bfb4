package dev.reclaim.bench.revocation;

import dev.reclaim.bench.Migrations;
import dev.reclaim.local.Database;
import dev.reclaim.local.Durability;
import dev.reclaim.local.LocalBroker;
import dev.reclaim.local.LocalPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/** A broker and a database server of their own, which keep their promises when power fails. */
final class Parts implements AutoCloseable {

  private static final String PASSWORD = "only-for-this-bench";

  private final Path folder;
  private final LocalPostgres postgres;
  private final LocalBroker broker;

  private Parts(Path folder, LocalPostgres postgres, LocalBroker broker) {
    this.folder = folder;
    this.postgres = postgres;
    this.broker = broker;
  }

  static Parts start(Path folder) throws IOException {
    LocalPostgres postgres =
        LocalPostgres.start(folder.resolve("postgres"), 0, Durability.SURVIVES_POWER_LOSS);
    return new Parts(folder, postgres, LocalBroker.start(folder.resolve("kafka"), 0, 0));
  }

  Map<String, Object> kafka() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  Path folder() {
    return folder;
  }

  /**
   * A service's own database, with its tables.
   *
   * @param ofService any class of the service
   */
  ServiceDatabase database(String name, Class<?> ofService) throws SQLException, IOException {
    postgres.createDatabase(Database.named(name, PASSWORD, PASSWORD));
    Migrations.run(Migrations.owner(postgres.jdbcUrl(name), name + "_owner", PASSWORD), ofService);
    return ServiceDatabase.at(postgres.jdbcUrl(name), name, PASSWORD);
  }

  @Override
  public void close() {
    broker.close();
    postgres.close();
  }
}
