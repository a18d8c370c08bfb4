package dev.reclaim.bench.rules;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.RuleName;
import dev.reclaim.events.SeatId;
import dev.reclaim.rules.Finding;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

/**
 * A company of any size, the same every time: a holder has eight seats; six seats of ten are used,
 * on fourteen days of the last hundred and twenty; one holder of ten works three days a week, one
 * of twenty was on leave, one of thirty leaves; one seat of twenty was a candidate before.
 */
final class BigTown {

  static final Instant AS_OF = Instant.parse("2026-11-22T12:00:00Z");
  private static final int SEATS_EACH = 8;
  private static final List<String> ZONES =
      List.of("Europe/Berlin", "Europe/Berlin", "America/New_York", "UTC");
  private static final List<String> ENDED = List.of("SKIPPED", "CANCELED", "USED", "REASON_GONE");

  private final Random random = new Random(42);
  private final int seats;

  BigTown(int seats) {
    this.seats = seats;
  }

  void load(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      // An index that is built afterwards is built at once.
      statement.execute("ALTER TABLE usage_day DROP CONSTRAINT usage_day_pkey");
    }
    try (Copy people =
            copy(
                connection,
                "holder",
                "id, name, status, since, as_of, said_at, kind, time_zone, working_days,"
                    + " started_at, contract_ends_at, account_enabled, in_roster, groups,"
                    + " group_keys");
        Copy leaves = copy(connection, "holder_leave", "holder, begins, ends");
        Copy held =
            copy(
                connection,
                "seat",
                "id, holder, application, tier, account, via, via_group_key, assigned_at,"
                    + " assigned_said_at, first_seen, last_seen");
        Copy before =
            copy(
                connection,
                "candidate",
                "id, seat, rule, rule_version, episode, as_of, use_cancels, state, how, ended_at");
        Copy used =
            copy(
                connection,
                "usage_day",
                "holder, application, day, seconds, opens, unmeasured, last_use, sources, revision,"
                    + " features")) {
      for (int n = 0; n < seats / SEATS_EACH; n++) {
        holder(n, people, leaves, held, before, used);
      }
    }
    try (var statement = connection.createStatement()) {
      for (int n = 0; n <= TenRules.APPLICATIONS; n++) {
        statement.execute(
            "INSERT INTO source_health VALUES ('agent', '%s', '%s', '%s', '%s', '1970-01-01', 'ACTIVITY')"
                .formatted(
                    n == TenRules.APPLICATIONS ? "elsewhere" : TenRules.name(n),
                    // Two applications are not covered for long enough.
                    days(n < 2 ? 20 : 400),
                    AS_OF,
                    AS_OF));
      }
      statement.execute("ALTER TABLE usage_day ADD PRIMARY KEY (holder, application, day)");
    }
    try (var statement = connection.createStatement()) {
      statement.execute("VACUUM ANALYZE");
    }
  }

  private static Copy copy(Connection connection, String table, String columns)
      throws SQLException {
    return new Copy(connection, table, columns);
  }

  static HolderId person(int number) {
    return HolderId.of("employee-" + number);
  }

  private static Instant days(long ago) {
    return AS_OF.minus(Duration.ofDays(ago));
  }

  private boolean oneOf(int many) {
    return random.nextInt(many) == 0;
  }

  private void holder(int number, Copy people, Copy leaves, Copy held, Copy before, Copy used)
      throws SQLException {
    HolderId holder = person(number);
    boolean leaves30 = oneOf(30);
    boolean away = !leaves30 && oneOf(40);
    boolean contractor = oneOf(20);
    String groups = oneOf(3) ? "{cn=approved}" : "{cn=all}";
    people.row(
        holder,
        "Person " + number,
        leaves30 ? "LEFT" : away ? "ON_LEAVE" : "ACTIVE",
        leaves30 ? days(random.nextInt(60) - 30) : days(away ? 10 : 900),
        AS_OF,
        AS_OF,
        oneOf(50) ? "SERVICE_ACCOUNT" : "PERSON",
        ZONES.get(random.nextInt(ZONES.size())),
        oneOf(10) ? "{MONDAY,TUESDAY,WEDNESDAY}" : "{MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY}",
        days(random.nextInt(2_000)),
        contractor ? days(random.nextInt(400) - 380) : null,
        true,
        !oneOf(200),
        groups,
        groups);
    if (away) {
      leaves.row(holder, days(10), "9999-01-01T00:00:00Z");
    } else if (oneOf(20)) {
      int end = 15 + random.nextInt(60);
      leaves.row(holder, days(end + 14), days(end));
    }
    int first = random.nextInt(TenRules.APPLICATIONS);
    for (int n = 0; n < SEATS_EACH; n++) {
      // Seven is prime to thirty, so these are eight different ones.
      seat(holder, number, (first + 7 * n) % TenRules.APPLICATIONS, held, before, used);
    }
    if (!oneOf(10)) {
      use(holder, "elsewhere", 6, 30, false, used);
    }
  }

  private void seat(HolderId holder, int person, int number, Copy held, Copy before, Copy used)
      throws SQLException {
    String application = TenRules.name(number);
    boolean tiered = number >= 8 && number < 12;
    String tier = tiered ? "pro" : "standard";
    SeatId id = SeatId.of(holder, new ApplicationId(application), tier);
    boolean group = oneOf(2);
    Instant assigned = oneOf(4) ? null : days(1 + random.nextInt(900));
    held.row(
        id,
        holder,
        application,
        tier,
        "person" + person + "@example.com",
        group ? "{\"kind\": \"group\", \"group\": \"CN=LIC\"}" : "{\"kind\": \"direct\"}",
        group ? "cn=lic" : null,
        assigned,
        assigned == null ? null : AS_OF,
        days(400),
        AS_OF);
    if (random.nextInt(10) < 6) {
      use(holder, application, 14, 120, tiered, used);
    } else if (oneOf(2)) {
      use(holder, application, 2, 300, tiered, used);
    }
    if (oneOf(20)) {
      candidate(id, before);
    }
  }

  private void candidate(SeatId seat, Copy before) throws SQLException {
    RuleName rule = new RuleName(oneOf(2) ? "idle-90-days" : "idle-60-days-direct");
    Instant found = days(40 + random.nextInt(100));
    String how = oneOf(2) ? null : ENDED.get(random.nextInt(ENDED.size()));
    before.row(
        new Finding(seat, rule, 1, 0, found, true).candidate(),
        seat,
        rule,
        1,
        0,
        found,
        true,
        how == null
            ? "open"
            : how.equals("SKIPPED") || how.equals("CANCELED") ? "closed" : "withdrawn",
        how,
        how == null ? null : found.plus(Duration.ofDays(14)));
  }

  private void use(
      HolderId holder, String application, int times, int reach, boolean features, Copy used)
      throws SQLException {
    int day = random.nextInt(Math.max(1, reach / times));
    for (int n = 0; n < times && day < 400; n++) {
      Instant last = days(day).minusSeconds(random.nextInt(14_400));
      used.row(
          holder,
          application,
          LocalDate.ofInstant(last, ZoneOffset.UTC),
          random.nextInt(3_600),
          1 + random.nextInt(5),
          0,
          last,
          "{agent}",
          1,
          features ? (oneOf(5) ? "{view,design}" : "{view}") : null);
      day += 1 + random.nextInt(Math.max(1, 2 * reach / times - 1));
    }
  }
}
