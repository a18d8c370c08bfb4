package dev.reclaim.rules.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.SeatId;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.SourceName;
import dev.reclaim.events.Via;
import dev.reclaim.messaging.EventCodec;
import dev.reclaim.rules.Application;
import dev.reclaim.rules.Coverage;
import dev.reclaim.rules.Employment;
import dev.reclaim.rules.HeldSeat;
import dev.reclaim.rules.Hold;
import dev.reclaim.rules.Policies;
import dev.reclaim.rules.PolicyKind;
import dev.reclaim.rules.Presence;
import dev.reclaim.rules.Proposal;
import dev.reclaim.rules.SeatCase;
import dev.reclaim.rules.SeatFacts;
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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Gathers the facts of a page of seats: one statement per kind of fact, whatever its size. */
final class GathersFacts {

  private final Sql sql;
  private final Policies policies;

  GathersFacts(Sql sql, Policies policies) {
    this.sql = sql;
    this.policies = policies;
  }

  /** One row of a child table, and the seat that it belongs to. */
  private record Of<T>(SeatId seat, T fact) {}

  private record LastUse(Optional<Instant> here, Optional<Instant> elsewhere) {}

  private record Known(ApplicationId application, Coverage coverage) {}

  private record Row(HeldSeat held, Optional<Employment> employment) {}

  List<SeatCase> of(Collection<SeatId> seats, Instant asOf, Window reach) {
    Map<SeatId, List<UseOnDay>> days = days(seats, asOf, reach);
    Map<SeatId, List<LastUse>> last = lastUses(seats, asOf);
    Map<SeatId, List<Hold>> holds = holds(seats, asOf);
    Map<SeatId, List<Proposal>> proposals = proposals(seats);
    List<Known> coverage = coverage();
    Map<ApplicationId, Application> applications = policies.applications();
    return rows(seats).stream()
        .map(
            row -> {
              SeatId id = row.held().ref().id();
              ApplicationId application = row.held().ref().application();
              LastUse lastUse =
                  last.getOrDefault(id, List.of()).stream()
                      .findFirst()
                      .orElse(new LastUse(Optional.empty(), Optional.empty()));
              SeatFacts facts =
                  new SeatFacts(
                      row.held(),
                      asOf,
                      row.employment(),
                      new Use(
                          days.getOrDefault(id, List.of()),
                          lastUse.here(),
                          covering(coverage, known -> known.equals(application))),
                      new Presence(
                          lastUse.elsewhere(),
                          covering(coverage, known -> !known.equals(application))),
                      holds.getOrDefault(id, List.of()));
              return new SeatCase(
                  facts,
                  Optional.ofNullable(applications.get(application)),
                  proposals.getOrDefault(id, List.of()));
            })
        .toList();
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
          CASE WHEN gone_at IS NULL OR assigned_said_at > gone_at THEN assigned_at END AS assigned,
          h.status, h.since
        FROM seat s LEFT JOIN holder h ON h.id = s.holder
        WHERE s.id = ANY(?) ORDER BY s.id
        """,
        row -> new Row(new HeldSeat(seat(row), tenure(row)), employment(row)),
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

  private static Optional<Employment> employment(ResultSet row) throws SQLException {
    String status = row.getString("status");
    return status == null
        ? Optional.empty()
        : Optional.of(new Employment(Holder.Status.valueOf(status), Sql.instant(row, "since")));
  }

  private Map<SeatId, List<UseOnDay>> days(Collection<SeatId> seats, Instant asOf, Window reach) {
    return bySeat(
        sql.query(
            """
            SELECT s.id, u.* FROM seat s
            JOIN usage_day u ON u.holder = s.holder AND u.application = s.application
            WHERE s.id = ANY(?) AND u.day BETWEEN ? AND ? AND u.opens > 0
            """,
            row -> new Of<>(new SeatId(row.getString("id")), day(row)),
            seats,
            utcDay(reach.before(asOf)),
            utcDay(asOf)));
  }

  private static UseOnDay day(ResultSet row) throws SQLException {
    Array sources = row.getArray("sources");
    return new UseOnDay(
        row.getObject("day", LocalDate.class),
        Duration.ofSeconds(row.getLong("seconds")),
        row.getInt("unmeasured"),
        Sql.instant(row, "last_use"),
        Arrays.stream((String[]) sources.getArray())
            .map(SourceName::new)
            .collect(Collectors.toUnmodifiableSet()));
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
                    Sql.instant(row, "believed_from"))));
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
