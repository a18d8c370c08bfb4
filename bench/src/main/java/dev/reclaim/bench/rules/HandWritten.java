package dev.reclaim.bench.rules;

import dev.reclaim.bench.BenchDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The same rules in SQL that somebody wrote for them alone; undone when it was measured. */
final class HandWritten {

  private final BenchDatabase database;

  HandWritten(BenchDatabase database) {
    this.database = database;
  }

  /**
   * What one run took and found.
   *
   * @param finding until it was known which seats
   * @param all until candidates and messages were written and committed
   */
  record Run(Duration finding, Duration all, Found found) {}

  Run run() throws SQLException, IOException {
    try (Connection connection = database.asOwner();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      long begin = System.nanoTime();
      statement.execute("SET LOCAL work_mem = '128MB'");
      statement.execute(script("/hand-written.sql"));
      Duration finding = Duration.ofNanos(System.nanoTime() - begin);
      Found found;
      try (ResultSet row = statement.executeQuery(Found.in("hand_found", "true"))) {
        row.next();
        found = Found.read(row);
      }
      long write = System.nanoTime();
      statement.execute(script("/hand-written-candidates.sql"));
      Duration all = finding.plus(Duration.ofNanos(System.nanoTime() - write));
      connection.rollback();
      return new Run(finding, all, found);
    }
  }

  private static String script(String name) throws IOException {
    try (InputStream in = HandWritten.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("$as_of", "'" + BigTown.AS_OF + "'::timestamptz");
    }
  }
}
