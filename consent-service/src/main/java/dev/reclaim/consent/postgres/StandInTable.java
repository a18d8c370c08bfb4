package dev.reclaim.consent.postgres;

import dev.reclaim.consent.StandIn;
import dev.reclaim.consent.StandIns;
import dev.reclaim.events.HolderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Who decides in whose place, one row for each approver. */
public final class StandInTable implements StandIns {

  private final Sql sql;

  public StandInTable(DataSource database) {
    this.sql = new Sql(database);
  }

  @Override
  public void lock() {
    sql.list("SELECT pg_advisory_xact_lock(hashtextextended('stand-ins', 2))", row -> true);
  }

  @Override
  public void put(StandIn it) {
    sql.change(
        """
        INSERT INTO stand_in (for_whom, who, begins, ends) VALUES (?, ?, ?, ?)
        ON CONFLICT (for_whom) DO UPDATE
        SET who = excluded.who, begins = excluded.begins, ends = excluded.ends, handed_over = false
        """,
        it.forWhom().value(),
        it.who().value(),
        it.from(),
        it.until());
  }

  @Override
  public Optional<StandIn> remove(HolderId forWhom) {
    return sql.one(
        "DELETE FROM stand_in WHERE for_whom = ? RETURNING *", StandInTable::read, forWhom.value());
  }

  @Override
  public Optional<StandIn> find(HolderId forWhom) {
    return sql.one(
        "SELECT * FROM stand_in WHERE for_whom = ?", StandInTable::read, forWhom.value());
  }

  @Override
  public List<StandIn> all(Instant now) {
    return sql.list(
        "SELECT * FROM stand_in WHERE ends > ? ORDER BY for_whom", StandInTable::read, now);
  }

  @Override
  public Optional<HolderId> inForce(HolderId forWhom, Instant now) {
    return sql.one(
        "SELECT who FROM stand_in WHERE for_whom = ? AND begins <= ? AND ends > ?",
        row -> new HolderId(row.getString("who")),
        forWhom.value(),
        now,
        now);
  }

  @Override
  public List<StandIn> begun(Instant now) {
    return sql.list(
        """
        UPDATE stand_in SET handed_over = true
        WHERE NOT handed_over AND begins <= ? AND ends > ? RETURNING *
        """,
        StandInTable::read,
        now,
        now);
  }

  private static StandIn read(ResultSet row) throws SQLException {
    return new StandIn(
        new HolderId(row.getString("who")),
        new HolderId(row.getString("for_whom")),
        row.getTimestamp("begins").toInstant(),
        row.getTimestamp("ends").toInstant());
  }
}
