package dev.reclaim.bench.revocation;

import dev.reclaim.local.Database;
import dev.reclaim.local.Durability;
import dev.reclaim.local.LocalBroker;
import dev.reclaim.local.LocalPostgres;
import dev.reclaim.messaging.Transactions;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/** A broker and a database server of their own, in a folder that is gone afterwards. */
final class Parts implements AutoCloseable {

  private static final String PASSWORD = "only-for-bench";

  private final Path folder;
  private final LocalPostgres postgres;
  private final LocalBroker broker;

  private Parts(Path folder, LocalPostgres postgres, LocalBroker broker) {
    this.folder = folder;
    this.postgres = postgres;
    this.broker = broker;
  }

  static Parts start() throws IOException {
    Path folder = Files.createTempDirectory("reclaim-bench");
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
   * @param ofService any class of the service: its migrations lie beside it
   */
  BenchDatabase database(String name, Class<?> ofService) throws SQLException, IOException {
    postgres.createDatabase(Database.named(name, PASSWORD, PASSWORD));
    try (URLClassLoader migrations =
        new URLClassLoader(
            new URL[] {codeOf(Transactions.class), codeOf(ofService)},
            ClassLoader.getPlatformClassLoader())) {
      Flyway.configure(migrations)
          .dataSource(postgres.jdbcUrl(name), name + "_owner", PASSWORD)
          .locations("classpath:db/messaging", "classpath:db/migration")
          .load()
          .migrate();
    }
    return new BenchDatabase(postgres.jdbcUrl(name), name, PASSWORD);
  }

  private static URL codeOf(Class<?> one) {
    return one.getProtectionDomain().getCodeSource().getLocation();
  }

  @Override
  public void close() throws IOException {
    broker.close();
    postgres.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
