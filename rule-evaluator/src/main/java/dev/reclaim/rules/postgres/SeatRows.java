package dev.reclaim.rules.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.SeatId;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.Via;
import dev.reclaim.messaging.EventCodec;
import dev.reclaim.rules.Tenure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the tables know of seats. */
final class SeatRows {

  private final Sql sql;

  SeatRows(Sql sql) {
    this.sql = sql;
  }

  record Row(SeatRef ref, Tenure tenure, Optional<Instant> lastKept) {}

  /** In the order of their ids. */
  List<Row> of(Collection<SeatId> seats) {
    return rows("SELECT * FROM seat WHERE id = ANY(?) ORDER BY id", seats);
  }

  /** All seats of these holders, of these applications, in the order of their ids. */
  List<Row> heldBy(Collection<HolderId> holders, Collection<ApplicationId> applications) {
    return applications.isEmpty()
        ? List.of()
        : rows(
            "SELECT * FROM seat WHERE holder = ANY(?) AND application = ANY(?) ORDER BY id",
            holders,
            applications);
  }

  private List<Row> rows(String query, Object... arguments) {
    Map<String, Via> ways = new HashMap<>();
    return sql.query(
        query,
        row ->
            new Row(
                seat(row, ways.computeIfAbsent(row.getString("via"), SeatRows::via)),
                tenure(row),
                Sql.maybeInstant(row, "kept_at")),
        arguments);
  }

  private static SeatRef seat(ResultSet row, Via via) throws SQLException {
    return new SeatRef(
        new SeatId(row.getString("id")),
        new HolderId(row.getString("holder")),
        new ApplicationId(row.getString("application")),
        row.getString("tier"),
        row.getString("account"),
        via);
  }

  /** Many seats come the same way, so it is read once. */
  private static Via via(String json) {
    try {
      return EventCodec.json().readValue(json, Via.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a way to a seat that cannot be read", e);
    }
  }

  private static Tenure tenure(ResultSet row) throws SQLException {
    Optional<Instant> gone = Sql.maybeInstant(row, "gone_at");
    Optional<Instant> said = Sql.maybeInstant(row, "assigned_said_at");
    Optional<Instant> assigned =
        isSince(gone, said) ? Sql.maybeInstant(row, "assigned_at") : Optional.empty();
    Instant given = assigned.orElse(Sql.instant(row, "first_seen"));
    Optional<Instant> restored =
        Sql.maybeInstant(row, "restored_at").filter(at -> !at.isBefore(given));
    Tenure.Known known = assigned.isPresent() ? Tenure.Known.ASSIGNED : Tenure.Known.FIRST_SEEN;
    return new Tenure(
        restored.orElse(given),
        restored.isPresent() ? Tenure.Known.RESTORED : known,
        isSince(gone, Sql.maybeInstant(row, "last_seen")),
        gone);
  }

  /** What was said before the seat was last gone is about an earlier time of it. */
  private static boolean isSince(Optional<Instant> gone, Optional<Instant> said) {
    return gone.isEmpty() || said.filter(gone.get()::isBefore).isPresent();
  }
}
