package dev.reclaim.rules.postgres;

import dev.reclaim.events.HolderId;
import dev.reclaim.events.Identifier;
import dev.reclaim.events.SeatId;
import dev.reclaim.rules.Hold;
import dev.reclaim.rules.Policies;
import dev.reclaim.rules.SeatCase;
import dev.reclaim.rules.Seats;
import dev.reclaim.rules.Window;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Finds and locks seats. */
public final class PostgresSeats implements Seats {

  private static final String ONGOING =
      " EXISTS (SELECT FROM candidate c WHERE c.seat = s.id AND c.state IN ('open', 'approved')) ";

  private final Sql sql;
  private final GathersFacts facts;

  public PostgresSeats(DataSource database, Policies policies) {
    this.sql = new Sql(database);
    this.facts = new GathersFacts(sql, policies);
  }

  @Override
  public List<SeatId> next(Optional<SeatId> after, int atMost) {
    return ids(
        "SELECT id FROM seat s WHERE id > ? AND (gone_at IS NULL OR last_seen > gone_at OR"
            + ONGOING
            + ") ORDER BY id LIMIT ?",
        after.map(SeatId::value).orElse(""),
        atMost);
  }

  @Override
  public List<SeatId> of(Collection<HolderId> holders) {
    return holders.isEmpty()
        ? List.of()
        : ids("SELECT id FROM seat WHERE holder = ANY(?) ORDER BY id", holders);
  }

  @Override
  public List<SeatId> proposed(Collection<HolderId> holders) {
    return holders.isEmpty()
        ? List.of()
        : ids("SELECT id FROM seat s WHERE holder = ANY(?) AND" + ONGOING + "ORDER BY id", holders);
  }

  @Override
  public List<SeatId> proposedUnder(Hold hold) {
    return ids(
        "SELECT id FROM seat s JOIN seat_hold h ON h.seat = s.id AND h.hold = ? WHERE"
            + ONGOING
            + "ORDER BY id",
        hold.name().value());
  }

  @Override
  public void lock(Collection<SeatId> seats) {
    if (!seats.isEmpty()) {
      ids("SELECT id FROM seat WHERE id = ANY(?) ORDER BY id FOR UPDATE", seats);
    }
  }

  @Override
  public List<SeatCase> look(Collection<SeatId> seats, Instant asOf, Window reach) {
    return seats.isEmpty() ? List.of() : facts.of(seats, asOf, reach);
  }

  @Override
  public Optional<HolderId> holder(String idOrIdentifier) {
    return sql
        .query(
            """
            SELECT holder FROM (
              SELECT holder FROM seat WHERE holder = ?
              UNION SELECT holder FROM holder_identifier WHERE identifier = ?
              UNION SELECT id FROM holder WHERE id = ?
              UNION SELECT holder FROM seat WHERE lower(account) = ? AND holder LIKE 'acc-%'
            ) found
            ORDER BY holder LIKE 'acc-%', holder
            """,
            row -> new HolderId(row.getString(1)),
            idOrIdentifier,
            Identifier.normalise(idOrIdentifier),
            idOrIdentifier,
            Identifier.normalise(idOrIdentifier))
        .stream()
        .findFirst();
  }

  private List<SeatId> ids(String query, Object... arguments) {
    return sql.query(query, row -> new SeatId(row.getString(1)), arguments);
  }
}
