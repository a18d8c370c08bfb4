package dev.reclaim.bench.rules;

import dev.reclaim.bench.BenchDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * The same rules in SQL that somebody wrote for them alone, as a rival that may do all that this
 * makes possible and must do all that a sweep does.
 *
 * <p>It finds the seats of all ten rules, caps and rests considered, locks them, writes the same
 * candidates under the same ids, withdraws what does not hold any more, puts a message about each
 * into the outbox, and commits, all in one transaction. Candidates and messages are the service's
 * own, word for word, which is checked, except for why something is withdrawn, which is worded more
 * simply. It does not count what each rule judged, does not notice where it stopped, and knows a
 * few things that the service has to look up: that there is one source, no seat is gone, and so on.
 */
final class HandWritten {

  private final BenchDatabase database;

  HandWritten(BenchDatabase database) {
    this.database = database;
  }

  /**
   * What one run took and wrote.
   *
   * @param finding until it was known which seats
   * @param all until candidates and messages were written and committed
   */
  record Run(Duration finding, Duration all, Written written) {}

  /**
   * Runs and undoes it.
   *
   * @param helpers how many processes may help with a query
   */
  Run run(int helpers) throws SQLException, IOException {
    try (Connection connection = database.asOwner();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      long begin = System.nanoTime();
      statement.execute("SET LOCAL work_mem = '128MB'");
      statement.execute("SET LOCAL max_parallel_workers_per_gather = " + helpers);
      statement.execute(script("/hand-written.sql"));
      Duration finding = Duration.ofNanos(System.nanoTime() - begin);
      statement.execute(script("/hand-written-candidates.sql"));
      connection.commit();
      Duration all = Duration.ofNanos(System.nanoTime() - begin);
      Written written = Written.in(database);
      Written.undo(database);
      return new Run(finding, all, written);
    }
  }

  private static String script(String name) throws IOException {
    try (InputStream in = HandWritten.class.getResourceAsStream(name)) {
      return Written.asOf(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
