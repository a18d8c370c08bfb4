package dev.reclaim.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * A data folder of PostgreSQL: made once, started any number of times. The superuser's generated
 * password lies inside, readable by the owner of the folder only.
 */
public final class PostgresData {
  private static final String PASSWORD_FILE = "superuser.password";
  private final Path folder;
  private final Path binaries;

  private PostgresData(Path folder, Path binaries) {
    this.folder = folder;
    this.binaries = binaries;
  }

  /**
   * Unpacks the programs and makes the data folder unless that has been done. A folder that another
   * major version wrote is refused, with a sentence.
   */
  public static PostgresData prepare(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath().normalize();
    PostgresData data = new PostgresData(absolute, PostgresBinaries.unpacked());
    if (Files.notExists(absolute.resolve("PG_VERSION"))) {
      data.initialise();
    }
    String version = Files.readString(absolute.resolve("PG_VERSION")).strip();
    if (!version.equals("18")) {
      throw new IOException(
          "%s was written by PostgreSQL %s; this is PostgreSQL 18.".formatted(absolute, version));
    }
    return data;
  }

  /**
   * The command that runs PostgreSQL in the foreground on the loopback interface. Nothing secret is
   * in it.
   */
  public List<String> command(int port, Durability durability) {
    List<String> command = new ArrayList<>(Unprivileged.prefix());
    command.addAll(List.of(binaries.resolve("bin/postgres").toString(), "-D", folder.toString()));
    command.addAll(List.of("-p", Integer.toString(port)));
    for (String setting :
        List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=120",
            "shared_buffers=128MB",
            "io_method=sync",
            "max_parallel_workers_per_gather=0",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC")) {
      command.addAll(List.of("-c", setting));
    }
    command.addAll(durability.flags());
    return List.copyOf(command);
  }

  /** The process that serves this folder right now, whoever started it. */
  public Optional<ProcessHandle> running() throws IOException {
    Path lock = folder.resolve("postmaster.pid");
    if (Files.notExists(lock)) {
      return Optional.empty();
    }
    String first = Files.readString(lock).lines().findFirst().orElse("").strip();
    if (!first.matches("\\d+")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(first)).filter(this::servesThisFolder);
  }

  /**
   * Removes the lock of a server that was killed. PostgreSQL does so itself, except when some other
   * process has got the same pid since.
   */
  public void forgetKilledServer() throws IOException {
    if (running().isEmpty()) {
      Files.deleteIfExists(folder.resolve("postmaster.pid"));
    }
  }

  /** A connection of the superuser to the server on this folder. */
  public static Connection connect(Path folder, int port, String database)
      throws SQLException, IOException {
    Properties login = new Properties();
    login.setProperty("user", "postgres");
    login.setProperty("password", Files.readString(folder.resolve(PASSWORD_FILE)).strip());
    login.setProperty("connectTimeout", "5");
    login.setProperty("socketTimeout", "30");
    String url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    return DriverManager.getConnection(url, login);
  }

  /** Makes a database and its roles, or brings them up to date; repeating it is harmless. */
  public static void createDatabase(Path folder, int port, Database database)
      throws SQLException, IOException {
    CreatesDatabase.on(name -> connect(folder, port, name)).create(database);
  }

  Path folder() {
    return folder;
  }

  private boolean servesThisFolder(ProcessHandle process) {
    return process
        .info()
        .commandLine()
        .filter(line -> line.contains("postgres") && line.contains(folder.toString()))
        .isPresent();
  }

  private void initialise() throws IOException {
    if (Files.isDirectory(folder)) {
      try (var content = Files.list(folder)) {
        if (content.findAny().isPresent()) {
          throw new IOException(folder + " holds other files; PostgreSQL needs it empty.");
        }
      }
    }
    // Made beside and renamed, so that a folder is complete or not there.
    Path fresh = folder.resolveSibling(folder.getFileName() + ".new");
    DeletesFolder.delete(fresh);
    Files.createDirectories(folder.getParent());
    Path password =
        Files.createTempFile(
            folder.getParent(),
            "superuser",
            ".password",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(password, freshPassword());
    runInitdb(fresh, password);
    Files.move(password, fresh.resolve(PASSWORD_FILE));
    Files.deleteIfExists(folder);
    Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  private void runInitdb(Path target, Path password) throws IOException {
    List<String> command = new ArrayList<>(Unprivileged.prefix());
    command.addAll(
        List.of(
            binaries.resolve("bin/initdb").toString(),
            "--pgdata=" + target,
            "--username=postgres",
            "--pwfile=" + password,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--no-sync"));
    Process initdb = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (initdb.waitFor() != 0) {
        throw new IOException("PostgreSQL could not make its data folder: " + output.strip());
      }
    } catch (InterruptedException stop) {
      initdb.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while PostgreSQL made its data folder", stop);
    }
  }

  private static String freshPassword() {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
