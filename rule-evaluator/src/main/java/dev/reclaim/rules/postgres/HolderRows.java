package dev.reclaim.rules.postgres;

import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.rules.Employment;
import dev.reclaim.rules.HolderFacts;
import dev.reclaim.rules.IdleClock;
import dev.reclaim.rules.Leave;
import dev.reclaim.rules.Place;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the tables know of holders. */
final class HolderRows {

  private final Sql sql;

  HolderRows(Sql sql) {
    this.sql = sql;
  }

  private record LeaveOf(String holder, Leave leave) {}

  private record FactsOf(HolderId holder, HolderFacts facts) {}

  /** Those that HR ever named. */
  Map<HolderId, HolderFacts> of(Collection<HolderId> holders) {
    Map<String, List<Leave>> leaves =
        sql
            .query(
                "SELECT * FROM holder_leave WHERE holder = ANY(?)",
                row ->
                    new LeaveOf(
                        row.getString("holder"),
                        new Leave(Sql.instant(row, "begins"), Sql.instant(row, "ends"))),
                holders)
            .stream()
            .collect(
                Collectors.groupingBy(
                    LeaveOf::holder, Collectors.mapping(LeaveOf::leave, Collectors.toList())));
    Map<HolderId, HolderFacts> facts = new HashMap<>();
    sql.query(
            "SELECT * FROM holder WHERE id = ANY(?)",
            row ->
                new FactsOf(
                    new HolderId(row.getString("id")),
                    facts(row, leaves.getOrDefault(row.getString("id"), List.of()))),
            holders)
        .forEach(of -> facts.put(of.holder(), of.facts()));
    return facts;
  }

  private static HolderFacts facts(ResultSet row, List<Leave> leaves) throws SQLException {
    return new HolderFacts(
        Optional.ofNullable(row.getString("kind")).map(Holder.Kind::valueOf),
        Optional.of(
            new Employment(
                Holder.Status.valueOf(row.getString("status")),
                Sql.instant(row, "since"),
                new Employment.Contract(
                    Sql.maybeInstant(row, "started_at"), Sql.maybeInstant(row, "contract_ends_at")),
                maybeBoolean(row, "in_roster"))),
        maybeBoolean(row, "account_enabled"),
        place(row),
        new IdleClock(
            ZoneId.of(row.getString("time_zone")),
            texts(row, "working_days").stream()
                .map(DayOfWeek::valueOf)
                .collect(Collectors.toUnmodifiableSet()),
            leaves));
  }

  private static Place place(ResultSet row) throws SQLException {
    Optional<Place.Move> move =
        row.getString("moved_from") == null
            ? Optional.empty()
            : Optional.of(
                new Place.Move(
                    row.getString("moved_from"),
                    row.getString("moved_to"),
                    Sql.instant(row, "moved_at")));
    return new Place(
        Optional.ofNullable(row.getString("department")),
        Optional.ofNullable(row.getString("cost_centre")),
        Optional.ofNullable(row.getString("location")),
        texts(row, "groups"),
        new Place.Moves(move, Sql.maybeInstant(row, "department_known_since")));
  }

  private static Optional<Boolean> maybeBoolean(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, Boolean.class));
  }

  private static Set<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? Set.of() : new HashSet<>(List.of((String[]) array.getArray()));
  }
}
