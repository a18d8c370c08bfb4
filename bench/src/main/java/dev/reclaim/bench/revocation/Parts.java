package dev.reclaim.bench.revocation;

import dev.reclaim.local.Database;
import dev.reclaim.local.Durability;
import dev.reclaim.local.LocalBroker;
import dev.reclaim.local.LocalPostgres;
import dev.reclaim.messaging.Transactions;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

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
   * A service's own database, with its tables. Several services are on the class path, each with
   * migrations of the same names, so only those beside one class are read.
   */
  ServiceDatabase database(String name, Class<?> ofService) throws SQLException, IOException {
    postgres.createDatabase(Database.named(name, PASSWORD, PASSWORD));
    PGSimpleDataSource owner = new PGSimpleDataSource();
    owner.setUrl(postgres.jdbcUrl(name));
    owner.setUser(name + "_owner");
    owner.setPassword(PASSWORD);
    try (URLClassLoader migrations =
        new URLClassLoader(
            new URL[] {codeOf(Transactions.class), codeOf(ofService)},
            ClassLoader.getPlatformClassLoader())) {
      Flyway.configure(migrations)
          .dataSource(owner)
          .locations("classpath:db/messaging", "classpath:db/migration")
          .load()
          .migrate();
    }
    return ServiceDatabase.at(postgres.jdbcUrl(name), name, PASSWORD);
  }

  private static URL codeOf(Class<?> one) {
    return one.getProtectionDomain().getCodeSource().getLocation();
  }

  @Override
  public void close() {
    broker.close();
    postgres.close();
  }
}
