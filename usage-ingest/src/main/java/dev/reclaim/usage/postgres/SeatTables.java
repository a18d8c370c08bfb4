package dev.reclaim.usage.postgres;

import static dev.reclaim.usage.postgres.Sql.column;
import static dev.reclaim.usage.postgres.Sql.instant;
import static dev.reclaim.usage.postgres.Sql.optionalInstant;
import static dev.reclaim.usage.postgres.Sql.texts;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.HolderId;
import dev.reclaim.usage.KeepsSeats;
import dev.reclaim.usage.SeatFinding;
import dev.reclaim.usage.SeatFinding.Owner;
import dev.reclaim.usage.SeatRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Seats in one table, each with whom it was published as belonging to. */
public final class SeatTables implements KeepsSeats {

  private static final String FINDINGS =
      """
      SELECT s.*, l.application, a.holder,
        EXISTS (SELECT FROM known_account k WHERE k.account = ANY (s.names)) AS somebody
      FROM seat s
      LEFT JOIN known_label l ON l.label = s.label
      LEFT JOIN LATERAL (
        SELECT CASE WHEN count(DISTINCT k.holder) = 1 THEN min(k.holder) END AS holder
        FROM known_account k WHERE k.account = ANY (s.names)) a ON true
      """;

  private final Sql sql;

  public SeatTables(DataSource database) {
    this.sql = new Sql(database);
  }

  @Override
  public void save(Collection<SeatRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    Collection<SeatRow> newest =
        rows.stream()
            .collect(Collectors.toMap(SeatRow::key, Function.identity(), SeatTables::later))
            .values();
    sql.run(
        """
        INSERT INTO seat AS old (label, tier, account, spelling, names, via_group, assigned_at,
          observed_at, is_listed, changed)
        SELECT label, tier, account, spelling, string_to_array(names, E'\\n'), via_group,
          assigned_at, observed_at, is_listed, true
        FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) AS t(label, tier, account, spelling, names,
          via_group, assigned_at, observed_at, is_listed)
        ON CONFLICT (label, tier, account) DO UPDATE SET
          spelling = excluded.spelling, via_group = excluded.via_group,
          names = CASE WHEN excluded.is_listed OR NOT old.is_listed
            THEN excluded.names ELSE old.names END,
          assigned_at = coalesce(excluded.assigned_at, old.assigned_at),
          observed_at = excluded.observed_at,
          is_listed = old.is_listed OR excluded.is_listed,
          changed = old.changed OR
            (old.spelling, old.via_group, old.assigned_at) IS DISTINCT FROM
            (excluded.spelling, excluded.via_group,
              coalesce(excluded.assigned_at, old.assigned_at))
            OR old.names <> excluded.names
        WHERE excluded.observed_at >= old.observed_at
        """,
        column("text", newest, SeatRow::label),
        column("text", newest, SeatRow::tier),
        column("text", newest, row -> row.key().account()),
        column("text", newest, SeatRow::account),
        column("text", newest, row -> String.join("\n", row.names())),
        column("text", newest, row -> row.via().orElse(null)),
        column("timestamptz", newest, row -> row.assignedAt().orElse(null)),
        column("timestamptz", newest, SeatRow::observedAt),
        column("boolean", newest, SeatRow::listed));
  }

  private static SeatRow later(SeatRow one, SeatRow other) {
    return other.observedAt().isBefore(one.observedAt()) ? one : other;
  }

  @Override
  public List<SeatFinding> unsettled(Set<String> names, Set<String> labels) {
    return sql.list(
        FINDINGS + " WHERE s.changed OR s.label = ANY (?) OR s.names && ?",
        SeatTables::finding,
        texts(labels),
        texts(names));
  }

  @Override
  public List<SeatFinding> listedFor(ApplicationId application) {
    return sql.list(
        FINDINGS + " WHERE s.label = ? AND s.is_listed", SeatTables::finding, application.value());
  }

  @Override
  public void published(Map<SeatRow.Key, Optional<Owner>> owners) {
    if (owners.isEmpty()) {
      return;
    }
    Collection<Map.Entry<SeatRow.Key, Optional<Owner>>> rows = owners.entrySet();
    sql.run(
        """
        UPDATE seat SET
          changed = false, published_holder = t.holder, published_application = t.application
        FROM unnest(?, ?, ?, ?, ?) AS t(label, tier, account, holder, application)
        WHERE seat.label = t.label AND seat.tier = t.tier AND seat.account = t.account
        """,
        column("text", rows, row -> row.getKey().label()),
        column("text", rows, row -> row.getKey().tier()),
        column("text", rows, row -> row.getKey().account()),
        column("text", rows, row -> row.getValue().map(Owner::holder).orElse(null)),
        column("text", rows, row -> row.getValue().map(Owner::application).orElse(null)));
  }

  @Override
  public void remove(Collection<SeatRow.Key> seats) {
    if (seats.isEmpty()) {
      return;
    }
    sql.run(
        """
        DELETE FROM seat USING unnest(?, ?, ?) AS t(label, tier, account)
        WHERE seat.label = t.label AND seat.tier = t.tier AND seat.account = t.account
        """,
        column("text", seats, SeatRow.Key::label),
        column("text", seats, SeatRow.Key::tier),
        column("text", seats, SeatRow.Key::account));
  }

  @Override
  public boolean isPublished(Owner owner, String tier) {
    return !sql.list(
            """
            SELECT 1 AS found FROM seat
            WHERE published_holder = ? AND published_application = ? AND tier = ? LIMIT 1
            """,
            row -> row.getInt("found"),
            owner.holder().value(),
            owner.application().value(),
            tier)
        .isEmpty();
  }

  private static SeatFinding finding(ResultSet row) throws SQLException {
    SeatRow seat =
        new SeatRow(
            row.getString("label"),
            row.getString("tier"),
            row.getString("spelling"),
            texts(row, "names"),
            Optional.ofNullable(row.getString("via_group")),
            optionalInstant(row, "assigned_at"),
            instant(row, "observed_at"),
            row.getBoolean("is_listed"));
    return new SeatFinding(
        seat,
        owner(holder(row, seat), row.getString("application")),
        owner(row.getString("published_holder"), row.getString("published_application")),
        row.getBoolean("changed"));
  }

  /** A name that several go by stands for none of them, and for no account without a holder. */
  private static String holder(ResultSet row, SeatRow seat) throws SQLException {
    return row.getBoolean("somebody")
        ? row.getString("holder")
        : HolderId.ofAccount(seat.key().account()).value();
  }

  private static Optional<Owner> owner(String holder, String application) {
    return holder == null || application == null
        ? Optional.empty()
        : Optional.of(new Owner(new HolderId(holder), new ApplicationId(application)));
  }
}
