package dev.reclaim.rules.postgres;

import dev.reclaim.local.JoinedConnections;
import dev.reclaim.rules.Policies;
import dev.reclaim.rules.Policy;
import dev.reclaim.rules.Seats;
import dev.reclaim.rules.VersionedRule;
import dev.reclaim.testkit.infrastructure.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.flywaydb.core.Flyway;

/** Random policy and random facts, the same for the same seed, in a database of their own. */
record RandomTown(
    Instant asOf, List<VersionedRule> rules, Policies policies, JoinedConnections database)
    implements AutoCloseable {

  /** An ordinary day, and days on which clocks change somewhere. */
  private static final List<String> DAYS =
      List.of("2026-11-22", "2026-10-25", "2026-03-29", "2026-11-01", "2026-04-05");

  static RandomTown of(String database, long seed, int holders, int trees) throws SQLException {
    return of(database, seed, holders, new RandomRules(new Random(seed)).rules(trees));
  }

  static RandomTown of(String database, long seed, int holders, List<VersionedRule> rules)
      throws SQLException {
    Random random = new Random(seed);
    Instant asOf =
        Instant.parse(DAYS.get(random.nextInt(DAYS.size())) + "T00:00:00.123456Z")
            .plus(Duration.ofMinutes(random.nextInt(1_440)));
    List<Policy> policies = new ArrayList<>(new RandomEstate(random).applications());
    rules.forEach(rule -> policies.add(rule.rule()));
    TestDatabase place = migrated(database);
    try (Connection owner = place.asOwner()) {
      empty(owner);
      Rows rows = new Rows(owner);
      RandomCompany company = new RandomCompany(random.nextLong(), asOf, rules.size(), rows);
      company.write(holders);
      rows.flush();
      policies.addAll(company.holds());
    }
    return new RandomTown(
        asOf, rules, new StandingPolicies(policies), new JoinedConnections(place::asService));
  }

  private static TestDatabase migrated(String database) throws SQLException {
    TestDatabase place = TestDatabase.named(database);
    Flyway.configure()
        .dataSource(place.jdbcUrl(), place.owner(), TestDatabase.PASSWORD)
        .locations("db/messaging", "db/migration")
        .load()
        .migrate();
    return place;
  }

  /** Another test may have used it. */
  private static void empty(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute(
          """
          TRUNCATE seat, holder, holder_identifier, holder_leave, usage_day, source_health, hold,
            candidate, outbox, rule_run, sweep, sweep_seat, sweep_rule""");
    }
  }

  Sql sql() {
    return new Sql(database);
  }

  Seats seats() {
    return new PostgresSeats(database, policies);
  }

  PolicyInSql policy() {
    return new ReadsEditions(sql(), policies).now();
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
