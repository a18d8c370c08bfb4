package dev.reclaim.rules.postgres;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.HoldName;
import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.Identifier;
import dev.reclaim.events.PolicyEvent.HoldPlaced;
import dev.reclaim.events.RuleName;
import dev.reclaim.events.SeatId;
import dev.reclaim.rules.Finding;
import dev.reclaim.rules.Hold;
import dev.reclaim.rules.Leave;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/** Random facts of everything that rules look at, the same for the same seed, as rows of tables. */
final class RandomCompany {

  private static final List<String> ZONES =
      List.of(
          "UTC",
          "Europe/Berlin",
          "America/New_York",
          "America/Havana",
          "Asia/Kolkata",
          "Pacific/Auckland",
          "Atlantic/Azores",
          "Etc/GMT+5");
  private static final List<Duration> LEAVES =
      List.of(Duration.ZERO, Duration.ofDays(20), Duration.ofDays(30), Duration.ofDays(90));

  private final Random random;
  private final Instant asOf;
  private final int rules;
  private final RandomMoments moments;
  private final Rows rows;
  private final List<Hold> holds = new ArrayList<>();

  RandomCompany(long seed, Instant asOf, int rules, Rows rows) {
    this.random = new Random(seed);
    this.asOf = asOf;
    this.rules = rules;
    this.moments = new RandomMoments(random, asOf);
    this.rows = rows;
  }

  /** Those that were placed; their rows are written too. */
  List<Hold> holds() {
    return holds;
  }

  /** Writes holders with four seats each. */
  void write(int holders) {
    for (int application = 0; application < RandomEstate.APPLICATIONS; application++) {
      sources("app-" + application);
    }
    sources("elsewhere");
    RandomEstate.RIVALS.forEach(application -> watched("app-" + application));
    for (int n = 0; n < holders; n++) {
      holder(n);
    }
    hold(Optional.empty(), Optional.of(new ApplicationId("app-7")));
  }

  private void sources(String application) {
    for (int n = 0; n < random.nextInt(4); n++) {
      rows.add(
          "source_health",
          "source-" + n,
          application,
          moments.ago(List.of(Duration.ofDays(7), Duration.ofDays(90), Duration.ofDays(180))),
          random.nextInt(4) == 0 ? moments.beside(asOf.minus(Duration.ofDays(2))) : asOf,
          asOf,
          random.nextInt(4) == 0 ? moments.now() : Instant.EPOCH,
          random.nextBoolean() ? "OPENS" : "ACTIVITY");
    }
  }

  /** By a source that can be believed for as long as any window. */
  private void watched(String application) {
    rows.add(
        "source_health",
        "watch",
        application,
        asOf.minus(Duration.ofDays(1_000)),
        asOf,
        asOf,
        Instant.EPOCH,
        "ACTIVITY");
  }

  private void holder(int number) {
    HolderId holder =
        random.nextInt(20) == 0
            ? HolderId.ofAccount("account-" + number)
            : HolderId.of("person-" + number);
    if (random.nextInt(10) > 0) {
      person(holder, number);
    }
    TreeSet<Integer> applications = new TreeSet<>();
    while (applications.size() < 4) {
      applications.add(random.nextInt(RandomEstate.APPLICATIONS));
    }
    for (int application : applications) {
      String account = "User" + number + "@example.com";
      seat(holder, new ApplicationId("app-" + application), account);
      use(holder, "app-" + application);
    }
    if (random.nextBoolean()) {
      use(holder, "elsewhere");
    }
    if (random.nextInt(50) == 0) {
      String name = random.nextBoolean() ? holder.value() : "user" + number + "@example.com";
      hold(
          Optional.of(name),
          random.nextBoolean() ? Optional.empty() : Optional.of(new ApplicationId("app-2")));
    }
  }

  private void person(HolderId holder, int number) {
    String department = pick("Sales", "IT", null);
    String centre = pick("4711", "äöü", "9000", null);
    String location = pick("Berlin", "Oslo", null);
    List<String> groups =
        pick(List.of(), List.of("CN=All"), List.of("CN=Sales"), List.of("cn=it", "CN=All"));
    boolean moved = random.nextInt(3) == 0;
    rows.add(
        "holder",
        holder.value(),
        "Person " + number,
        pick("ACTIVE", "ACTIVE", "ON_LEAVE", "LEFT"),
        moments.now(),
        asOf,
        asOf,
        pick(Holder.Kind.PERSON, Holder.Kind.SERVICE_ACCOUNT, Holder.Kind.AGENT, null),
        ZONES.get(random.nextInt(ZONES.size())),
        workingDays(),
        maybe(moments.ago(RandomRules.WINDOWS)),
        maybe(moments.now()),
        pick(true, false, null),
        pick(true, false, null),
        department,
        lower(department),
        centre,
        lower(centre),
        location,
        lower(location),
        groups,
        groups.stream().map(RandomCompany::lower).toList(),
        moved ? "Sales" : null,
        moved ? "IT" : null,
        moved ? moments.ago(RandomRules.WINDOWS) : null,
        maybe(moments.ago(RandomRules.WINDOWS)));
    rows.add("holder_identifier", holder.value(), "user" + number + "@example.com");
    leaves(holder);
  }

  private List<String> workingDays() {
    int days = random.nextInt(3) > 0 ? 5 : random.nextInt(8);
    return List.of(DayOfWeek.values()).subList(0, days).stream().map(Enum::name).toList();
  }

  /** Apart from each other, the oldest first. */
  private void leaves(HolderId holder) {
    Instant free = asOf.minus(Duration.ofDays(400));
    for (int n = 0; n < Math.max(0, random.nextInt(6) - 2); n++) {
      Instant from = moments.ago(LEAVES);
      Instant until = random.nextInt(6) == 0 ? Leave.OPEN : moments.ago(LEAVES);
      if (from.isAfter(free) && until.isAfter(from)) {
        rows.add("holder_leave", holder.value(), from, until);
        free = until;
      }
    }
  }

  private void seat(HolderId holder, ApplicationId application, String account) {
    String tier = pick("gold", "silver", "bronze", "standard");
    SeatId id = SeatId.of(holder, application, tier);
    String group = random.nextInt(3) > 0 ? null : pick("CN=IT", "cn=it", "CN=Other");
    Instant gone = random.nextInt(4) > 0 ? null : moments.ago(RandomRules.WINDOWS);
    Instant assigned = maybe(moments.ago(RandomRules.WINDOWS));
    rows.add(
        "seat",
        id.value(),
        holder.value(),
        application.value(),
        tier,
        account,
        group == null
            ? "{\"kind\":\"direct\"}"
            : "{\"kind\":\"group\",\"group\":\"" + group + "\"}",
        lower(group),
        assigned,
        assigned == null ? null : maybeBeside(gone),
        moments.ago(RandomRules.WINDOWS),
        random.nextInt(6) > 0 ? asOf : maybeBeside(gone),
        gone,
        random.nextInt(8) > 0 ? null : moments.ago(RandomRules.WINDOWS),
        random.nextInt(3) > 0 ? null : moments.ago(RandomRules.WINDOWS));
    if (random.nextInt(4) == 0) {
      candidate(id, gone);
    }
  }

  private Instant maybeBeside(Instant gone) {
    return gone == null ? asOf : moments.beside(gone);
  }

  private void candidate(SeatId seat, Instant gone) {
    int episode = 0;
    RuleName rule = new RuleName("rule-" + random.nextInt(rules + 1));
    for (String state : List.of("closed", "withdrawn", "open")) {
      if (random.nextBoolean()) {
        Instant found = gone == null ? moments.ago(RandomRules.WINDOWS) : moments.beside(gone);
        boolean over = !state.equals("open");
        rows.add(
            "candidate",
            new Finding(seat, rule, 1, episode, found, true).candidate().value(),
            seat.value(),
            rule.value(),
            1,
            episode++,
            found,
            random.nextBoolean(),
            over || random.nextBoolean() ? state : "approved",
            switch (state) {
              case "closed" -> pick("SKIPPED", "CANCELED", "SKIPPED", "COMPLETE");
              case "withdrawn" -> pick("USED", "HOLD_PLACED", "REASON_GONE");
              default -> null;
            },
            over ? moments.ago(RandomRules.WINDOWS) : null,
            state.equals("closed") && random.nextBoolean() ? moments.beside(asOf) : null);
      }
    }
  }

  private void use(HolderId holder, String application) {
    int days = Math.max(0, random.nextInt(7) - 2);
    TreeSet<LocalDate> taken = new TreeSet<>();
    for (int n = 0; n < days; n++) {
      Instant last = moments.ago(RandomRules.WINDOWS);
      LocalDate day = LocalDate.ofInstant(last, ZoneOffset.UTC);
      if (taken.add(day)) {
        int opens = random.nextInt(4);
        rows.add(
            "usage_day",
            holder.value(),
            application,
            day,
            pick(0, 100, 299, 300),
            opens,
            random.nextInt(3) == 0 ? random.nextInt(opens + 1) : 0,
            last,
            List.of("agent"),
            1,
            pick(List.of(), List.of("write"), List.of("share", "write"), List.of("read"), null));
      }
    }
  }

  private void hold(Optional<String> holder, Optional<ApplicationId> application) {
    HoldName name = new HoldName("hold-" + holds.size());
    Instant until = moments.now();
    rows.add(
        "hold",
        name.value(),
        holder.orElse(null),
        application.map(ApplicationId::value).orElse(null),
        until);
    holds.add(
        new Hold(
            name,
            HoldPlaced.Kind.LEAVE,
            new Hold.Scope(holder, application),
            "reason",
            "owner",
            Optional.of(until)));
  }

  private static String lower(String text) {
    return text == null ? null : Identifier.normalise(text);
  }

  private Instant maybe(Instant moment) {
    return random.nextInt(3) == 0 ? null : moment;
  }

  @SafeVarargs
  private <T> T pick(T... from) {
    return from[random.nextInt(from.length)];
  }
}
