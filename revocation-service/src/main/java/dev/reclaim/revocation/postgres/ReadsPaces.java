package dev.reclaim.revocation.postgres;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.revocation.Pace;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Counts revocations and known seats over the last hour and day. Revocations are counted by the
 * minute, and a minute that has partly passed out of the window still counts in full.
 */
public final class ReadsPaces {

  static final String IN_ALL = "";
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  /** A share of so many moves little within a moment, and counting them takes a while. */
  private static final int MANY = 1_000;

  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final Statements sql;
  private final Map<String, Counted> many = new ConcurrentHashMap<>();

  public ReadsPaces(Statements sql) {
    this.sql = sql;
  }

  private record Counted(int ofHour, int ofDay, Instant at) {}

  private record Taken(int lastHour, int lastDay) {
    static final Taken NONE = new Taken(0, 0);
  }

  /** Those of the applications, and of all together under an empty name. */
  Map<String, Pace> of(Collection<ApplicationId> applications, Instant now) {
    List<String> names =
        Stream.concat(applications.stream().map(ApplicationId::value), Stream.of(IN_ALL))
            .distinct()
            .toList();
    Map<String, Taken> taken = taken(names, now);
    Map<String, Pace> paces = new LinkedHashMap<>();
    for (String name : names) {
      Taken lately = taken.getOrDefault(name, Taken.NONE);
      Counted seats = seats(name, now);
      paces.put(name, new Pace(lately.lastHour(), lately.lastDay(), seats.ofHour(), seats.ofDay()));
    }
    return paces;
  }

  Pace inAll(Instant now) {
    return of(List.of(), now).get(IN_ALL);
  }

  Map<ApplicationId, Pace> all(Instant now) {
    List<ApplicationId> known =
        sql.query(
            """
            SELECT id FROM application UNION SELECT application FROM known_seat
            UNION SELECT application FROM pace WHERE application <> '' ORDER BY id
            """,
            row -> new ApplicationId(row.getString("id")));
    Map<ApplicationId, Pace> paces = new LinkedHashMap<>();
    of(known, now)
        .forEach(
            (name, pace) -> {
              if (!name.equals(IN_ALL)) {
                paces.put(new ApplicationId(name), pace);
              }
            });
    return paces;
  }

  /**
   * A first step.
   *
   * @param before when it was counted already; it moves to the new minute
   */
  record First(ApplicationId application, Optional<Instant> before) {}

  /** Counts first steps. */
  void count(List<First> steps, Instant now) {
    if (steps.isEmpty()) {
      return;
    }
    Batch changes = new Batch("text", "timestamptz", "int");
    for (First step : steps) {
      for (String name : List.of(step.application().value(), IN_ALL)) {
        step.before().ifPresent(at -> changes.add(name, minute(at), -1));
        changes.add(name, minute(now), 1);
      }
    }
    sql.update(
        """
        INSERT INTO pace AS known (application, minute, taken)
        SELECT application, minute, sum(taken) FROM unnest(?, ?, ?) AS t(application, minute, taken)
        GROUP BY 1, 2 ORDER BY 1, 2
        ON CONFLICT (application, minute) DO UPDATE SET taken = known.taken + EXCLUDED.taken
        """,
        changes.columns());
  }

  /** Forgets what no window reaches any more. */
  void forgetOld(Instant now) {
    sql.update("DELETE FROM pace WHERE minute < ?", now.minus(DAY.multipliedBy(2)));
  }

  private static Instant minute(Instant at) {
    return at.truncatedTo(ChronoUnit.MINUTES);
  }

  private Map<String, Taken> taken(List<String> names, Instant now) {
    Map<String, Taken> taken = new LinkedHashMap<>();
    sql.query(
        """
        SELECT application, coalesce(sum(taken) FILTER (WHERE minute >= ?), 0) AS last_hour,
          sum(taken) AS last_day
        FROM pace WHERE application = ANY (?) AND minute >= ? GROUP BY application
        """,
        row ->
            taken.put(
                row.getString("application"),
                new Taken(row.getInt("last_hour"), row.getInt("last_day"))),
        minute(now.minus(HOUR)),
        Batch.Column.texts(names),
        minute(now.minus(DAY)));
    return taken;
  }

  private Counted seats(String name, Instant now) {
    Counted before = many.get(name);
    if (before != null && before.at().plus(MOMENT).isAfter(now)) {
      return before;
    }
    Counted counted =
        sql.first(
                """
                SELECT count(*) FILTER (WHERE gone_at IS NULL OR gone_at > ?) AS of_hour,
                  count(*) AS of_day
                FROM known_seat WHERE (gone_at IS NULL OR gone_at > ?)
                  AND (? = '' OR application = ?)
                """,
                row -> new Counted(row.getInt("of_hour"), row.getInt("of_day"), now),
                now.minus(HOUR),
                now.minus(DAY),
                name,
                name)
            .orElseThrow();
    if (counted.ofDay() >= MANY) {
      many.put(name, counted);
    } else {
      many.remove(name);
    }
    return counted;
  }
}
