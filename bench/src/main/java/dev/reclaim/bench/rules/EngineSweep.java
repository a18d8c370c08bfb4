package dev.reclaim.bench.rules;

import dev.reclaim.bench.BenchDatabase;
import dev.reclaim.bench.PeakHeap;
import dev.reclaim.local.JoinedConnections;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.PostgresOutbox;
import dev.reclaim.rules.InTransaction;
import dev.reclaim.rules.JudgeFoundSeats;
import dev.reclaim.rules.JudgeSeats;
import dev.reclaim.rules.Policies;
import dev.reclaim.rules.PolicyDocument;
import dev.reclaim.rules.PolicyVersion;
import dev.reclaim.rules.Seats;
import dev.reclaim.rules.SweepCounts;
import dev.reclaim.rules.SweepSeats;
import dev.reclaim.rules.Sweeps;
import dev.reclaim.rules.Turns;
import dev.reclaim.rules.documents.PolicyDocuments;
import dev.reclaim.rules.postgres.PostgresPolicies;
import dev.reclaim.rules.postgres.PostgresProposals;
import dev.reclaim.rules.postgres.PostgresRuleRuns;
import dev.reclaim.rules.postgres.PostgresSeats;
import dev.reclaim.rules.postgres.PostgresSweepLock;
import dev.reclaim.rules.postgres.PostgresSweeps;
import dev.reclaim.rules.threads.ThreadsAsHands;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The sweep of the service, put together as the service does, without its HTTP and Kafka. */
final class EngineSweep implements AutoCloseable {

  /** As in the service's own settings. */
  private static final int HANDS = 2;

  private final BenchDatabase database;
  private final JoinedConnections transactions;
  private final Policies policies;
  private final AtomicLong foundAfter = new AtomicLong();

  EngineSweep(BenchDatabase database) {
    this.database = database;
    this.transactions = new JoinedConnections(database::asService);
    this.policies = new PostgresPolicies(transactions, new PolicyDocuments());
  }

  void define(List<PolicyDocument> documents) {
    transactions.call(
        () -> {
          documents.forEach(
              d -> policies.add(new PolicyVersion(d, 1, "bench", BigTown.AS_OF, false)));
          return documents;
        });
  }

  /**
   * What one sweep took and wrote.
   *
   * @param finding until the statements were done
   */
  record Run(
      Duration finding,
      Duration all,
      Written written,
      long notEnoughData,
      long peakHeapMebibytes) {}

  /** Sweeps and undoes it. */
  Run run() throws SQLException {
    PeakHeap.reset();
    long begin = System.nanoTime();
    SweepCounts counts = sweep(begin).sweep(Cause.NONE).orElseThrow();
    Duration all = Duration.ofNanos(System.nanoTime() - begin);
    long peak = PeakHeap.mebibytes();
    Written written = Written.in(database);
    if (counts.found() != written.found() || counts.withdrawn() != written.withdrawn()) {
      throw new IllegalStateException("%s, but %s".formatted(counts, written));
    }
    Run run = new Run(Duration.ofNanos(foundAfter.get()), all, written, notEnoughData(), peak);
    Written.undo(database);
    return run;
  }

  private SweepSeats sweep(long begin) {
    InstantSource clock = InstantSource.fixed(BigTown.AS_OF);
    Seats seats = new PostgresSeats(transactions, policies);
    Sweeps sweeps = watched(new PostgresSweeps(transactions, policies), begin);
    JudgeSeats judge =
        new JudgeSeats(
            seats,
            policies,
            new PostgresProposals(transactions),
            new PostgresOutbox(transactions, clock, "rule-evaluator"));
    return new SweepSeats(
        sweeps,
        new Turns(policies, new PostgresRuleRuns(transactions)),
        new JudgeFoundSeats(
            judge,
            sweeps,
            (seat, rule, _) -> {
              throw new IllegalStateException(
                  "statement and judge disagree about " + seat + " under " + rule);
            }),
        inTransaction(),
        new ThreadsAsHands(HANDS),
        new PostgresSweepLock(transactions),
        clock);
  }

  private InTransaction inTransaction() {
    return new InTransaction() {
      @Override
      public <T> T call(Supplier<T> work, Predicate<T> keep) {
        return transactions.call(work);
      }
    };
  }

  /** Takes the time when the statement is done. */
  private Sweeps watched(Sweeps sweeps, long begin) {
    return (Sweeps)
        Proxy.newProxyInstance(
            EngineSweep.class.getClassLoader(),
            new Class<?>[] {Sweeps.class},
            (_, method, arguments) -> {
              Object answer = method.invoke(sweeps, arguments);
              if (method.getName().equals("choose")) {
                foundAfter.set(System.nanoTime() - begin);
              }
              return answer;
            });
  }

  private long notEnoughData() throws SQLException {
    try (Connection connection = database.asOwner();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT coalesce(sum(not_enough_data), 0) FROM rule_run")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    transactions.close();
  }
}
