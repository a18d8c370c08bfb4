package dev.reclaim.rules.postgres;

import dev.reclaim.events.SeatId;
import dev.reclaim.local.JoinedConnections;
import dev.reclaim.rules.Policy;
import dev.reclaim.rules.Rule;
import dev.reclaim.rules.SeatCase;
import dev.reclaim.rules.Seats;
import dev.reclaim.rules.VersionedRule;
import dev.reclaim.rules.Window;
import dev.reclaim.testkit.infrastructure.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.flywaydb.core.Flyway;

/** Random policy and random facts, the same for the same seed, in a database of their own. */
record RandomTown(
    Instant asOf, List<VersionedRule> rules, StandingPolicies policies, JoinedConnections database)
    implements AutoCloseable {

  /**
   * An ordinary day, days on which clocks change somewhere, and days 7, 30 and 90 days later, so
   * that windows begin there.
   */
  private static final List<String> DAYS =
      List.of(
          "2026-11-22",
          "2026-03-29",
          "2026-04-05",
          "2026-04-07",
          "2026-04-28",
          "2026-06-27",
          "2026-10-25",
          "2026-11-01",
          "2026-11-24",
          "2026-12-01",
          "2027-01-23");

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
    TestDatabase place = emptied(database);
    try (Connection owner = place.asOwner()) {
      Rows rows = new Rows(owner);
      RandomCompany company = new RandomCompany(random.nextLong(), asOf, rules.size(), rows);
      company.write(holders);
      rows.flush();
      policies.addAll(company.holds());
    }
    return new RandomTown(
        asOf, rules, new StandingPolicies(policies), new JoinedConnections(place::asService));
  }

  /** The same facts, of which policy now says this, all in its second version. */
  RandomTown under(List<VersionedRule> changed) {
    List<Policy> others = new ArrayList<>(policies.all());
    others.removeIf(Rule.class::isInstance);
    changed.forEach(rule -> others.add(rule.rule()));
    return new RandomTown(asOf, changed, new StandingPolicies(others, 2), database);
  }

  /** With the tables of the service; another test may have used it. */
  static TestDatabase emptied(String database) throws SQLException {
    TestDatabase place = TestDatabase.named(database);
    Flyway.configure()
        .dataSource(place.jdbcUrl(), place.owner(), TestDatabase.PASSWORD)
        .locations("db/messaging", "db/migration")
        .load()
        .migrate();
    try (Connection owner = place.asOwner();
        Statement statement = owner.createStatement()) {
      statement.execute(
          """
          TRUNCATE seat, holder, holder_identifier, holder_leave, usage_day, source_health, hold,
            candidate, outbox, rule_run, sweep, sweep_seat, sweep_rule""");
    }
    return place;
  }

  /** All seats, with what is known of them. */
  List<SeatCase> look() {
    return lookAt(asOf);
  }

  List<SeatCase> lookAt(Instant moment) {
    List<SeatId> all = seats().next(Optional.empty(), Integer.MAX_VALUE);
    return seats().look(all, moment, Window.ofDays(90));
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
