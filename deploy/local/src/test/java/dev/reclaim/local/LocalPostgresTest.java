package dev.reclaim.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {
  private static final Database USAGE = Database.named("usage_ingest", "owner's", "app's");
  private static final Database AUDIT = Database.named("audit_service", "owner's", "app's");
  @TempDir private Path folder;

  @Test
  void whatWasCommittedIsThereAfterTheServerWasKilled() throws Exception {
    // given
    Path data = folder.resolve("postgres");
    try (LocalPostgres first = LocalPostgres.start(data, 0)) {
      first.createDatabase(USAGE);
      run(first, USAGE.name(), USAGE.owner(), "CREATE TABLE seen (who text)");
      run(first, USAGE.name(), USAGE.application(), "INSERT INTO seen VALUES ('霧島')");

      // when
      first.process().destroyForcibly();
      first.process().onExit().get();
    }

    // then
    try (LocalPostgres second = LocalPostgres.start(data, 0)) {
      second.createDatabase(USAGE);
      assertThat(read(second, USAGE, "SELECT who FROM seen")).isEqualTo("霧島");
    }
  }

  @Test
  void aServerLeftBehindOnTheSameFolderGivesWay() throws Exception {
    // given
    Path data = folder.resolve("postgres");
    try (LocalPostgres left = LocalPostgres.start(data, 0)) {

      // when
      try (LocalPostgres next = LocalPostgres.start(data, 0)) {

        // then
        assertThat(left.process().isAlive()).isFalse();
        assertThat(next.connect("postgres").isValid(1)).isTrue();
      }
    }
  }

  @Test
  void aLockWhosePidBelongsToAnotherProgramByNowIsForgotten() throws Exception {
    // given
    Path data = folder.resolve("postgres");
    LocalPostgres.start(data, 0).close();
    String pidOfThisJvm = Long.toString(ProcessHandle.current().pid());
    Files.writeString(data.resolve("postmaster.pid"), pidOfThisJvm + "\n" + data + "\n");

    // when
    try (LocalPostgres again = LocalPostgres.start(data, 0)) {

      // then
      assertThat(again.process().isAlive()).isTrue();
      assertThat(ProcessHandle.current().isAlive()).isTrue();
    }
  }

  @Test
  void theApplicationsRoleWorksWithDataAndNotWithTables() throws Exception {
    try (LocalPostgres postgres = LocalPostgres.start(folder.resolve("postgres"), 0)) {
      // given
      postgres.createDatabase(USAGE);
      run(postgres, USAGE.name(), USAGE.owner(), "CREATE TABLE seen (id serial, who text)");

      // when
      run(postgres, USAGE.name(), USAGE.application(), "INSERT INTO seen (who) VALUES ('a')");
      run(postgres, USAGE.name(), USAGE.application(), "UPDATE seen SET who = 'b'");

      // then
      assertRefused(postgres, USAGE, "CREATE TABLE mine (id int)");
      assertRefused(postgres, USAGE, "DROP TABLE seen");
      run(postgres, USAGE.name(), USAGE.application(), "DELETE FROM seen");
    }
  }

  @Test
  void theAuditsRoleOnlyAppends() throws Exception {
    try (LocalPostgres postgres = LocalPostgres.start(folder.resolve("postgres"), 0)) {
      // given
      postgres.createDatabase(AUDIT);
      run(postgres, AUDIT.name(), AUDIT.owner(), "CREATE TABLE entry (line text)");

      // when
      run(postgres, AUDIT.name(), AUDIT.application(), "INSERT INTO entry VALUES ('x')");

      // then
      assertRefused(postgres, AUDIT, "UPDATE entry SET line = 'y'");
      assertRefused(postgres, AUDIT, "DELETE FROM entry");
      assertThat(read(postgres, AUDIT, "SELECT line FROM entry")).isEqualTo("x");
    }
  }

  @Test
  void aRoleOnlyEntersItsOwnDatabase() throws Exception {
    try (LocalPostgres postgres = LocalPostgres.start(folder.resolve("postgres"), 0)) {
      // given
      postgres.createDatabase(USAGE);

      // when
      postgres.createDatabase(AUDIT);

      // then
      assertThatThrownBy(() -> run(postgres, USAGE.name(), AUDIT.owner(), "SELECT 1"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied for database");
      assertThatThrownBy(
              () -> run(postgres, USAGE.name(), new Login("usage_ingest", "guess"), "SELECT 1"))
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void aFolderWithOtherFilesIsLeftAlone() throws Exception {
    // given
    Path letter = Files.writeString(folder.resolve("letter.txt"), "dear");

    // when
    var start = assertThatThrownBy(() -> LocalPostgres.start(folder, 0));

    // then
    start.hasMessageContaining("other files");
    assertThat(letter).hasContent("dear");
  }

  @Test
  void stoppingIsQuickWhileAClientIsConnected() throws Exception {
    // given
    LocalPostgres postgres = LocalPostgres.start(folder.resolve("postgres"), 0);
    try (Connection client = postgres.connect("postgres")) {
      assertThat(client.isValid(1)).isTrue();

      // when
      long before = System.nanoTime();
      postgres.close();

      // then
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
      assertThat(postgres.process().isAlive()).isFalse();
    }
  }

  private static void assertRefused(LocalPostgres postgres, Database database, String statement) {
    assertThatThrownBy(() -> run(postgres, database.name(), database.application(), statement))
        .isInstanceOf(SQLException.class)
        .satisfies(
            refusal -> assertThat(((SQLException) refusal).getSQLState()).isEqualTo("42501"));
  }

  private static void run(LocalPostgres postgres, String database, Login login, String statement)
      throws SQLException {
    try (Connection connection = connect(postgres, database, login);
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private static String read(LocalPostgres postgres, Database database, String query)
      throws SQLException {
    try (Connection connection = connect(postgres, database.name(), database.application());
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Connection connect(LocalPostgres postgres, String database, Login login)
      throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(database), login.name(), login.password());
  }
}
