package dev.reclaim.messaging;

import dev.reclaim.local.JoinedConnections;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** Transactions of a database that goes away when it is told to. */
final class LosesCommits implements Transactions {

  private final JoinedConnections database;
  private final AtomicInteger failures = new AtomicInteger();

  LosesCommits(JoinedConnections database) {
    this.database = database;
  }

  /**
   * The next transactions fail as if the server had gone away after the work and before the commit.
   */
  void losesTheNextCommits(int count) {
    failures.set(count);
  }

  @Override
  public void run(Runnable work) {
    database.call(
        () -> {
          work.run();
          if (failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new DatabaseFailure(
                "transaction", new SQLException("the connection was lost", "08006"));
          }
          return "done";
        });
  }
}
