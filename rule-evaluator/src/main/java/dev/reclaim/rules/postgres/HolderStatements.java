package dev.reclaim.rules.postgres;

import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.Identifier;
import dev.reclaim.events.SignalEvent.HolderChanged;
import dev.reclaim.rules.HolderHistory;
import dev.reclaim.rules.Leave;
import dev.reclaim.rules.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What HR says of holders: the newest statement as columns, and from all of them when the holder
 * was away and moved.
 */
final class HolderStatements {

  private static final int SECONDS_OF_AN_HOUR = 3600;

  private final Sql sql;

  HolderStatements(Sql sql) {
    this.sql = sql;
  }

  void take(HolderChanged changed, Instant saidAt) {
    Holder profile = changed.profile();
    if (replaced(profile, saidAt)) {
      names(profile);
    }
    remember(profile);
  }

  private boolean replaced(Holder profile, Instant saidAt) {
    Holder.Details details = profile.details().orElse(Holder.Details.NONE);
    ZoneId zone = profile.timeZone().orElse(ZoneOffset.UTC);
    return sql.update(
            """
            INSERT INTO holder (id, name, status, since, as_of, said_at, kind, time_zone,
              working_days, started_at, contract_ends_at, account_enabled, in_roster, department,
              department_key, cost_centre, cost_centre_key, location, location_key, groups,
              group_keys)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::text[], ?::timestamptz, ?::timestamptz, ?::boolean,
              ?::boolean, ?, ?, ?, ?, ?, ?, ?::text[], ?::text[])
            ON CONFLICT (id) DO UPDATE SET
              name = excluded.name, status = excluded.status, since = excluded.since,
              as_of = excluded.as_of, said_at = excluded.said_at, kind = excluded.kind,
              time_zone = excluded.time_zone, working_days = excluded.working_days,
              started_at = excluded.started_at, contract_ends_at = excluded.contract_ends_at,
              account_enabled = excluded.account_enabled, in_roster = excluded.in_roster,
              department = excluded.department, department_key = excluded.department_key,
              cost_centre = excluded.cost_centre, cost_centre_key = excluded.cost_centre_key,
              location = excluded.location, location_key = excluded.location_key,
              groups = excluded.groups, group_keys = excluded.group_keys
            WHERE (excluded.as_of, excluded.said_at) > (holder.as_of, holder.said_at)
            """,
            profile.id().value(),
            profile.name(),
            profile.status().name(),
            profile.since(),
            profile.asOf(),
            saidAt,
            profile.kind().name(),
            name(zone),
            profile.workingDays(),
            details.startedAt().map(day -> begin(day, zone)),
            details.contractEnds().map(day -> begin(day.plusDays(1), zone)),
            details.accountEnabled(),
            details.inRoster(),
            profile.department(),
            profile.department().map(Identifier::normalise),
            details.costCentre(),
            details.costCentre().map(Identifier::normalise),
            details.location(),
            details.location().map(Identifier::normalise),
            details.groups(),
            keys(details.groups()))
        > 0;
  }

  private void names(Holder profile) {
    List<String> identifiers =
        profile.identifiers().stream().map(Identifier::normalised).distinct().toList();
    sql.update("DELETE FROM holder_identifier WHERE holder = ?", profile.id().value());
    sql.update(
        "INSERT INTO holder_identifier (holder, identifier) SELECT ?, unnest(?::text[])",
        profile.id().value(),
        identifiers);
  }

  /** A repeat of the newest statement adds nothing to the history. */
  private void remember(Holder profile) {
    int added =
        sql.update(
            """
            INSERT INTO holder_said AS old
              (holder, as_of, status, since, department, account_enabled, in_roster)
            SELECT * FROM (
              VALUES (?, ?::timestamptz, ?, ?::timestamptz, ?, ?::boolean, ?::boolean))
              AS new (holder, as_of, status, since, department, account_enabled, in_roster)
            WHERE NOT EXISTS (
              SELECT FROM (
                SELECT * FROM holder_said s WHERE s.holder = new.holder
                ORDER BY s.as_of DESC LIMIT 1) newest
              WHERE newest.as_of <= new.as_of
                AND (newest.status, newest.since, newest.department, newest.account_enabled,
                    newest.in_roster)
                  IS NOT DISTINCT FROM (new.status, new.since, new.department,
                    new.account_enabled, new.in_roster))
            ON CONFLICT (holder, as_of) DO UPDATE SET
              status = excluded.status, since = excluded.since, department = excluded.department,
              account_enabled = excluded.account_enabled, in_roster = excluded.in_roster
            """,
            profile.id().value(),
            profile.asOf(),
            profile.status().name(),
            profile.since(),
            profile.department(),
            profile.details().flatMap(Holder.Details::accountEnabled),
            profile.details().flatMap(Holder.Details::inRoster));
    if (added > 0) {
      derive(profile.id());
    }
  }

  private void derive(HolderId holder) {
    HolderHistory history =
        new HolderHistory(
            sql.query(
                "SELECT * FROM holder_said WHERE holder = ?",
                row ->
                    new HolderHistory.Statement(
                        Sql.instant(row, "as_of"),
                        Holder.Status.valueOf(row.getString("status")),
                        Sql.instant(row, "since"),
                        Optional.ofNullable(row.getString("department"))),
                holder.value()));
    sql.update("DELETE FROM holder_leave WHERE holder = ?", holder.value());
    for (Leave leave : history.leaves()) {
      sql.update(
          "INSERT INTO holder_leave (holder, begins, ends) VALUES (?, ?, ?)",
          holder.value(),
          leave.from(),
          leave.until());
    }
    Place.Moves moves = history.moves();
    sql.update(
        """
        UPDATE holder SET moved_from = ?, moved_to = ?, moved_at = ?::timestamptz,
          department_known_since = ?::timestamptz
        WHERE id = ?
        """,
        moves.last().map(Place.Move::from),
        moves.last().map(Place.Move::to),
        moves.last().map(Place.Move::at),
        moves.knownSince(),
        holder.value());
  }

  /**
   * A name that Java and the database read alike; an offset has none unless it is whole hours, and
   * its sign there is turned.
   */
  private static String name(ZoneId zone) {
    if (!(zone.normalized() instanceof ZoneOffset offset)) {
      return zone.getId();
    }
    int hours = offset.getTotalSeconds() / SECONDS_OF_AN_HOUR;
    return hours == 0 ? "UTC" : "Etc/GMT" + (hours > 0 ? "-" : "+") + Math.abs(hours);
  }

  private static Instant begin(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static Collection<String> keys(Set<String> names) {
    return names.stream().map(Identifier::normalise).distinct().toList();
  }
}
