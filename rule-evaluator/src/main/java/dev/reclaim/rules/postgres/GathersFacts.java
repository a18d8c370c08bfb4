package dev.reclaim.rules.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.SeatId;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.SignalEvent.SourceHealth.Sees;
import dev.reclaim.events.SourceName;
import dev.reclaim.events.Via;
import dev.reclaim.messaging.EventCodec;
import dev.reclaim.rules.Application;
import dev.reclaim.rules.Coverage;
import dev.reclaim.rules.HeldSeat;
import dev.reclaim.rules.Hold;
import dev.reclaim.rules.HolderFacts;
import dev.reclaim.rules.Policies;
import dev.reclaim.rules.PolicyKind;
import dev.reclaim.rules.Presence;
import dev.reclaim.rules.Proposal;
import dev.reclaim.rules.SeatCase;
import dev.reclaim.rules.SeatFacts;
import dev.reclaim.rules.SeatTerms;
import dev.reclaim.rules.Tenure;
import dev.reclaim.rules.Use;
import dev.reclaim.rules.UseOnDay;
import dev.reclaim.rules.Window;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers the facts of a page of seats: one statement per kind of fact, whatever its size. */
final class GathersFacts {

  private final Sql sql;
  private final Policies policies;
  private final HolderRows holders;

  GathersFacts(Sql sql, Policies policies) {
    this.sql = sql;
    this.policies = policies;
    this.holders = new HolderRows(sql);
  }

  /** One row of a child table, and the seat that it belongs to. */
  private record Of<T>(SeatId seat, T fact) {}

  private record LastUse(Optional<Instant> here, Optional<Instant> elsewhere) {}

  private record Known(ApplicationId application, Coverage coverage) {}

  private record Row(SeatRef ref, Tenure tenure, Optional<Instant> lastKept) {}

  List<SeatCase> of(Collection<SeatId> seats, Instant asOf, Window reach) {
    List<Row> rows = rows(seats);
    Map<HolderId, HolderFacts> known =
        holders.of(rows.stream().map(row -> row.ref().holder()).distinct().toList());
    Map<SeatId, List<UseOnDay>> days = days(seats, asOf, earliest(known.values(), asOf, reach));
    Map<SeatId, List<LastUse>> last = lastUses(seats, asOf);
    Map<SeatId, List<Hold>> holds = holds(seats, asOf);
    Map<SeatId, List<Proposal>> proposals = proposals(seats);
    List<Known> coverage = coverage();
    Map<ApplicationId, Application> applications = policies.applications();
    return rows.stream()
        .map(
            row -> {
              SeatId id = row.ref().id();
              ApplicationId application = row.ref().application();
              Optional<Application> defined = Optional.ofNullable(applications.get(application));
              LastUse lastUse =
                  last.getOrDefault(id, List.of()).stream()
                      .findFirst()
                      .orElse(new LastUse(Optional.empty(), Optional.empty()));
              SeatFacts facts =
                  new SeatFacts(
                      new HeldSeat(
                          row.ref(),
                          row.tenure(),
                          defined.map(GathersFacts::terms),
                          row.lastKept()),
                      asOf,
                      known.getOrDefault(row.ref().holder(), HolderFacts.UNKNOWN),
                      new Use(
                          days.getOrDefault(id, List.of()),
                          lastUse.here(),
                          covering(coverage, other -> other.equals(application))),
                      new Presence(
                          lastUse.elsewhere(),
                          covering(coverage, other -> !other.equals(application)),
                          List.of()),
                      holds.getOrDefault(id, List.of()));
              return new SeatCase(facts, defined, proposals.getOrDefault(id, List.of()));
            })
        .toList();
  }

  private static SeatTerms terms(Application application) {
    return new SeatTerms(application.pricePerMonth(), false, List.of());
  }

  /** The first day that any of the holders' clocks reaches. */
  private static LocalDate earliest(Collection<HolderFacts> holders, Instant asOf, Window reach) {
    return Stream.concat(Stream.of(HolderFacts.UNKNOWN), holders.stream())
        .map(holder -> holder.clock().back(asOf, reach).firstDay())
        .min(LocalDate::compareTo)
        .orElseThrow();
  }

  private static List<Coverage> covering(List<Known> coverage, Predicate<ApplicationId> fits) {
    return coverage.stream()
        .filter(known -> fits.test(known.application()))
        .map(Known::coverage)
        .toList();
  }

  private List<Row> rows(Collection<SeatId> seats) {
    return sql.query(
        """
        SELECT s.*, gone_at IS NULL OR last_seen > gone_at AS present,
          CASE WHEN gone_at IS NULL OR assigned_said_at > gone_at THEN assigned_at END AS assigned
        FROM seat s
        WHERE s.id = ANY(?) ORDER BY s.id
        """,
        row -> new Row(seat(row), tenure(row), Sql.maybeInstant(row, "kept_at")),
        seats);
  }

  private static SeatRef seat(ResultSet row) throws SQLException {
    try {
      return new SeatRef(
          new SeatId(row.getString("id")),
          new HolderId(row.getString("holder")),
          new ApplicationId(row.getString("application")),
          row.getString("tier"),
          row.getString("account"),
          EventCodec.json().readValue(row.getString("via"), Via.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a way to a seat that cannot be read", e);
    }
  }

  private static Tenure tenure(ResultSet row) throws SQLException {
    Optional<Instant> assigned = Sql.maybeInstant(row, "assigned");
    Instant given = assigned.orElse(Sql.instant(row, "first_seen"));
    Optional<Instant> restored =
        Sql.maybeInstant(row, "restored_at").filter(at -> !at.isBefore(given));
    Tenure.Known known = assigned.isPresent() ? Tenure.Known.ASSIGNED : Tenure.Known.FIRST_SEEN;
    return new Tenure(
        restored.orElse(given),
        restored.isPresent() ? Tenure.Known.RESTORED : known,
        row.getBoolean("present"),
        Sql.maybeInstant(row, "gone_at"));
  }

  private Map<SeatId, List<UseOnDay>> days(
      Collection<SeatId> seats, Instant asOf, LocalDate first) {
    return bySeat(
        sql.query(
            """
            SELECT s.id, u.* FROM seat s
            JOIN usage_day u ON u.holder = s.holder AND u.application = s.application
            WHERE s.id = ANY(?) AND u.day BETWEEN ? AND ? AND u.opens > 0
            """,
            row -> new Of<>(new SeatId(row.getString("id")), day(row)),
            seats,
            first,
            utcDay(asOf)));
  }

  private static UseOnDay day(ResultSet row) throws SQLException {
    Array sources = row.getArray("sources");
    Array features = row.getArray("features");
    return new UseOnDay(
        row.getObject("day", LocalDate.class),
        Duration.ofSeconds(row.getLong("seconds")),
        new UseOnDay.Opens(row.getInt("opens"), row.getInt("unmeasured")),
        Sql.instant(row, "last_use"),
        Arrays.stream((String[]) sources.getArray())
            .map(SourceName::new)
            .collect(Collectors.toUnmodifiableSet()),
        features == null ? Optional.empty() : Optional.of(Set.of((String[]) features.getArray())));
  }

  private Map<SeatId, List<LastUse>> lastUses(Collection<SeatId> seats, Instant asOf) {
    return bySeat(
        sql.query(
            """
            SELECT s.id,
              max(u.last_use) FILTER (WHERE u.application = s.application) AS here,
              max(u.last_use) FILTER (WHERE u.application <> s.application) AS elsewhere
            FROM seat s
            JOIN usage_day u ON u.holder = s.holder AND u.day <= ? AND u.opens > 0
            WHERE s.id = ANY(?) GROUP BY s.id
            """,
            row ->
                new Of<>(
                    new SeatId(row.getString("id")),
                    new LastUse(Sql.maybeInstant(row, "here"), Sql.maybeInstant(row, "elsewhere"))),
            utcDay(asOf),
            seats));
  }

  private Map<SeatId, List<Hold>> holds(Collection<SeatId> seats, Instant asOf) {
    Map<String, Hold> standing =
        policies.standing(PolicyKind.HOLD).stream()
            .map(version -> (Hold) version.document().policy())
            .collect(Collectors.toMap(hold -> hold.name().value(), Function.identity()));
    return bySeat(
        sql.query(
            """
            SELECT seat, hold FROM seat_hold
            WHERE seat = ANY(?) AND (until IS NULL OR until > ?) ORDER BY hold
            """,
            row -> new Of<>(new SeatId(row.getString("seat")), standing.get(row.getString("hold"))),
            seats,
            asOf));
  }

  private Map<SeatId, List<Proposal>> proposals(Collection<SeatId> seats) {
    return bySeat(
        sql.query(
            "SELECT * FROM candidate WHERE seat = ANY(?) ORDER BY rule, episode",
            row -> new Of<>(new SeatId(row.getString("seat")), PostgresProposals.read(row)),
            seats));
  }

  private List<Known> coverage() {
    return sql.query(
        "SELECT * FROM source_health ORDER BY application, source",
        row ->
            new Known(
                new ApplicationId(row.getString("application")),
                new Coverage(
                    new SourceName(row.getString("source")),
                    Sql.instant(row, "coverage_from"),
                    Sql.instant(row, "last_record_at"),
                    Sql.instant(row, "believed_from"),
                    Sees.valueOf(row.getString("sees")))));
  }

  private static LocalDate utcDay(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  private static <T> Map<SeatId, List<T>> bySeat(List<Of<T>> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                Of::seat, Collectors.mapping(Of::fact, Collectors.toUnmodifiableList())));
  }
}
