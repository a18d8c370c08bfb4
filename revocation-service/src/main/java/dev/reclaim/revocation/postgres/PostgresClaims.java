package dev.reclaim.revocation.postgres;

import dev.reclaim.events.ConnectionName;
import dev.reclaim.messaging.Transactions;
import dev.reclaim.revocation.Brake;
import dev.reclaim.revocation.Claims;
import dev.reclaim.revocation.Lease;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Leases on rows that are due, for the worker of this instance. */
public final class PostgresClaims implements Claims {

  private final Transactions transactions;
  private final Statements sql;
  private final InstantSource clock;
  private final WorkerName worker;

  public PostgresClaims(
      Transactions transactions, Statements sql, InstantSource clock, WorkerName worker) {
    this.transactions = transactions;
    this.sql = sql;
    this.clock = clock;
    this.worker = worker;
  }

  @Override
  public List<Claimed> claim(ToIntFunction<String> room) {
    List<Claimed> claimed = new ArrayList<>();
    transactions.run(
        () -> {
          Batch free = new Batch("text", "int");
          connections()
              .forEach(
                  name -> {
                    int most = room.applyAsInt(name);
                    if (most > 0) {
                      free.add(name, most);
                    }
                  });
          if (!free.isEmpty()) {
            claimed.addAll(claim(free));
          }
        });
    return claimed;
  }

  private List<String> connections() {
    return sql.query(
        "SELECT connection FROM application WHERE connection IS NOT NULL UNION SELECT ''",
        row -> row.getString(1));
  }

  private List<Claimed> claim(Batch free) {
    Instant now = clock.instant();
    Object[] columns = free.columns();
    return sql.query(
        """
        UPDATE revocation r SET leased_by = ?, leased_until = ?, version = version + 1
        FROM unnest(?, ?) AS c(name, most) CROSS JOIN LATERAL (
          SELECT id FROM revocation WHERE connection = c.name AND next_attempt_at <= ?
            AND (leased_until IS NULL OR leased_until <= ?)
          ORDER BY next_attempt_at LIMIT c.most FOR UPDATE SKIP LOCKED) AS due
        WHERE r.id = due.id
        RETURNING r.connection, r.state, r.body, r.version
        """,
        row ->
            new Claimed(
                row.getString("connection"),
                new Lease(
                    StatesAsJson.read(row.getString("state"), row.getString("body")),
                    row.getLong("version"),
                    true)),
        worker.name(),
        now.plus(worker.leaseLength()),
        columns[0],
        columns[1],
        now,
        now);
  }

  @Override
  public void hurry(String connection) {
    transactions.run(
        () ->
            sql.update(
                """
                UPDATE revocation SET next_attempt_at = ? WHERE (connection = ? OR brake = ?)
                  AND next_attempt_at > ? AND state IN ('Held', 'Requested', 'InFlight', 'AwaitingVerification', 'Restoring',
                    'PuttingBack', 'CheckingRestore')
                  AND (brake IS NULL OR brake LIKE 'connection-%')
                """,
                clock.instant(),
                connection,
                Brake.unreadable(new ConnectionName(connection)),
                clock.instant()));
  }

  @Override
  public void giveBackOwn() {
    transactions.run(
        () ->
            sql.update(
                """
                UPDATE revocation SET leased_by = NULL, leased_until = NULL, version = version + 1
                WHERE leased_by = ?
                """,
                worker.name()));
  }
}
