package dev.reclaim.local;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real PostgreSQL 18 on the loopback interface, from binaries among the libraries. What it holds
 * lies in its data folder and outlives {@link #close}, {@code kill -9} and this JVM.
 */
public final class LocalPostgres implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private final PostgresData data;
  private final int port;
  private final Process process;

  private LocalPostgres(PostgresData data, int port, Process process) {
    this.data = data;
    this.port = port;
    this.process = process;
  }

  /** Starts with {@link Durability#SURVIVES_KILL}, which is what tests want. */
  public static LocalPostgres start(Path dataFolder, int port) throws IOException {
    return start(dataFolder, port, Durability.SURVIVES_KILL);
  }

  /**
   * Returns when the server answers; its log is {@code <dataFolder>.log} beside the folder. A
   * server that an earlier JVM left behind on the same folder is stopped first. The server stops
   * with this JVM, unless that is killed.
   *
   * @param port 0 for any free one
   */
  public static LocalPostgres start(Path dataFolder, int port, Durability durability)
      throws IOException {
    PostgresData data = PostgresData.prepare(dataFolder);
    data.running().ifPresent(left -> Signals.stop(left, "INT", Duration.ofSeconds(10)));
    data.forgetKilledServer();
    int chosen = FreePorts.orGiven(port);
    Path log = dataFolder.resolveSibling(dataFolder.getFileName() + ".log");
    Process process =
        new ProcessBuilder(data.command(chosen, durability))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    LocalPostgres postgres = new LocalPostgres(data, chosen, process);
    Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "stop PostgreSQL"));
    postgres.awaitAnswer(log);
    return postgres;
  }

  public int port() {
    return port;
  }

  /** The process of the server itself. */
  public ProcessHandle process() {
    return process.toHandle();
  }

  /** For a role's own connection; user and password are not part of it. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /** Makes the database and its roles, or brings them up to date; repeating it is harmless. */
  public void createDatabase(Database database) throws SQLException, IOException {
    PostgresData.createDatabase(data.folder(), port, database);
  }

  /** A connection as the superuser: for setting up, and for tests that look behind the scenes. */
  public Connection connect(String database) throws SQLException, IOException {
    return PostgresData.connect(data.folder(), port, database);
  }

  /** Stops the server; the data stays. */
  @Override
  public void close() {
    if (process.isAlive()) {
      Signals.stop(process.toHandle(), "INT", Duration.ofSeconds(10));
    }
  }

  private void awaitAnswer(Path log) throws IOException {
    Instant giveUp = Instant.now().plus(PATIENCE);
    while (!answers()) {
      if (endedWithin(Duration.ofMillis(50)) || Instant.now().isAfter(giveUp)) {
        close();
        List<String> last = LogTail.lines(log, 5);
        throw new IOException(
            "PostgreSQL did not start; its log (%s) ends: %s"
                .formatted(log, String.join(" / ", last)));
      }
    }
  }

  private boolean answers() {
    try (Connection connection = connect("postgres")) {
      return connection.isValid(5);
    } catch (SQLException | IOException notYet) {
      return false;
    }
  }

  private boolean endedWithin(Duration time) throws IOException {
    try {
      return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      close();
      throw new IOException("Interrupted while PostgreSQL started", stop);
    }
  }
}
