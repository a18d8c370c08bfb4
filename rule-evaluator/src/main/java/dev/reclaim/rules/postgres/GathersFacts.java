package dev.reclaim.rules.postgres;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.SeatId;
import dev.reclaim.events.SignalEvent.SourceHealth.Sees;
import dev.reclaim.events.SourceName;
import dev.reclaim.rules.Coverage;
import dev.reclaim.rules.Estate;
import dev.reclaim.rules.Hold;
import dev.reclaim.rules.HolderFacts;
import dev.reclaim.rules.Policies;
import dev.reclaim.rules.PolicyKind;
import dev.reclaim.rules.Proposal;
import dev.reclaim.rules.SeatCase;
import dev.reclaim.rules.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers the facts of a page of seats: one statement per kind of fact, whatever its size. */
final class GathersFacts {

  private final Sql sql;
  private final Policies policies;
  private final SeatRows seatRows;
  private final HolderRows holderRows;

  GathersFacts(Sql sql, Policies policies) {
    this.sql = sql;
    this.policies = policies;
    this.seatRows = new SeatRows(sql);
    this.holderRows = new HolderRows(sql);
  }

  private record Of<T>(SeatId seat, T fact) {}

  List<SeatCase> of(Collection<SeatId> seats, Instant asOf, Window reach) {
    List<SeatRows.Row> rows = seatRows.of(seats);
    Set<HolderId> holders = new HashSet<>();
    rows.forEach(row -> holders.add(row.ref().holder()));
    Estate estate = policies.estate();
    List<SeatRows.Row> rivals = rivals(rows, holders, estate);
    Map<HolderId, HolderFacts> people = holderRows.of(holders);
    UseRows use = new UseRows(sql, LocalDate.ofInstant(asOf, ZoneOffset.UTC));
    GatheredFacts gathered =
        new GatheredFacts(
            asOf,
            estate,
            people,
            new GatheredUse(
                use.days(whose(rows, rivals), earliest(people.values(), asOf, reach)),
                use.last(holders),
                coverage()),
            rivals.stream().collect(Collectors.groupingBy(row -> row.ref().holder())));
    Map<SeatId, List<Hold>> holds = holds(seats, asOf);
    Map<SeatId, List<Proposal>> proposals = proposals(seats);
    return rows.stream()
        .map(
            row -> {
              SeatId id = row.ref().id();
              return new SeatCase(
                  gathered.facts(row, holds.getOrDefault(id, List.of())),
                  estate.find(row.ref().application()),
                  proposals.getOrDefault(id, List.of()));
            })
        .toList();
  }

  /** The seats that compete with these; only those that are there. */
  private List<SeatRows.Row> rivals(
      List<SeatRows.Row> rows, Collection<HolderId> holders, Estate estate) {
    Set<ApplicationId> others =
        rows.stream()
            .map(row -> row.ref().application())
            .distinct()
            .flatMap(application -> estate.rivals(application).stream())
            .map(rivalry -> rivalry.other().id())
            .collect(Collectors.toUnmodifiableSet());
    return seatRows.heldBy(holders, others).stream().filter(row -> row.tenure().present()).toList();
  }

  private static Set<UseRows.Whose> whose(List<SeatRows.Row> rows, List<SeatRows.Row> rivals) {
    return Stream.concat(rows.stream(), rivals.stream())
        .map(row -> new UseRows.Whose(row.ref().holder(), row.ref().application()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The first day that any of the holders' clocks reaches. */
  private static LocalDate earliest(Collection<HolderFacts> holders, Instant asOf, Window reach) {
    return Stream.concat(Stream.of(HolderFacts.UNKNOWN), holders.stream())
        .map(holder -> holder.clock().back(asOf, reach).firstDay())
        .min(LocalDate::compareTo)
        .orElseThrow();
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

  private List<GatheredUse.Known> coverage() {
    return sql.query(
        "SELECT * FROM source_health ORDER BY application, source",
        row ->
            new GatheredUse.Known(
                new ApplicationId(row.getString("application")),
                new Coverage(
                    new SourceName(row.getString("source")),
                    Sql.instant(row, "coverage_from"),
                    Sql.instant(row, "last_record_at"),
                    Sql.instant(row, "believed_from"),
                    Sees.valueOf(row.getString("sees")))));
  }

  private static <T> Map<SeatId, List<T>> bySeat(List<Of<T>> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                Of::seat, Collectors.mapping(Of::fact, Collectors.toUnmodifiableList())));
  }
}
