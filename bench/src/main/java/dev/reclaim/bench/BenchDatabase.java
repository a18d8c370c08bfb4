package dev.reclaim.bench;

import dev.reclaim.local.Database;
import dev.reclaim.local.Durability;
import dev.reclaim.local.LocalPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A PostgreSQL server with the database of one service, as {@code ./reclaim up} runs it. */
public final class BenchDatabase implements AutoCloseable {

  private static final String PASSWORD = "only-for-this-bench";
  private static final List<String> TOLD =
      List.of(
          "server_version",
          "shared_buffers",
          "work_mem",
          "max_parallel_workers_per_gather",
          "jit",
          "fsync",
          "synchronous_commit",
          "max_wal_size");

  private final LocalPostgres server;
  private final String name;

  private BenchDatabase(LocalPostgres server, String name) {
    this.server = server;
    this.name = name;
  }

  /**
   * Starts a server with nothing but this database, its tables made by the service's migrations.
   *
   * @param ofService any class of the service
   */
  public static BenchDatabase start(Path folder, String name, Class<?> ofService)
      throws IOException, SQLException {
    LocalPostgres server =
        LocalPostgres.start(folder.resolve("postgres"), 0, Durability.SURVIVES_POWER_LOSS);
    server.createDatabase(Database.named(name, PASSWORD, PASSWORD));
    BenchDatabase database = new BenchDatabase(server, name);
    Migrations.run(Migrations.owner(server.jdbcUrl(name), name + "_owner", PASSWORD), ofService);
    return database;
  }

  /** A connection of the role that the service uses. */
  public Connection asService() throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(name), name, PASSWORD);
  }

  /** A connection of the role that owns the tables: for loading, and for what is compared with. */
  public Connection asOwner() throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(name), name + "_owner", PASSWORD);
  }

  public Map<String, String> settings() throws SQLException {
    Map<String, String> settings = new LinkedHashMap<>();
    try (Connection connection = asOwner();
        Statement statement = connection.createStatement()) {
      for (String setting : TOLD) {
        try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
          row.next();
          settings.put("postgresql " + setting, row.getString(1));
        }
      }
    }
    return settings;
  }

  @Override
  public void close() {
    server.close();
  }
}
