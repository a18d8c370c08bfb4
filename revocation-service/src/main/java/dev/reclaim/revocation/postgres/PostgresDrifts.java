package dev.reclaim.revocation.postgres;

import dev.reclaim.events.RevocationEvent.Drift;
import dev.reclaim.events.RevocationEvent.DriftEnded;
import dev.reclaim.events.RevocationEvent.DriftFound;
import dev.reclaim.events.RevocationId;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Outbox;
import dev.reclaim.messaging.Transactions;
import dev.reclaim.revocation.Drifts;
import dev.reclaim.revocation.Revocation;
import dev.reclaim.revocation.Verified;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Differences between access and seat as rows, told when they begin and when they end. */
public final class PostgresDrifts implements Drifts {

  private static final String LONGEST = "7 days";

  private final Transactions transactions;
  private final Statements sql;
  private final Outbox outbox;

  public PostgresDrifts(Transactions transactions, Statements sql, Outbox outbox) {
    this.transactions = transactions;
    this.sql = sql;
    this.outbox = outbox;
  }

  @Override
  public List<Verified> dueToLook(int most, Instant now) {
    return inTransaction(
        () ->
            sql
                .query(
                    """
                    UPDATE revocation r SET drift_wait = least(drift_wait * 2, interval '%s'),
                      drift_look_at = ?::timestamptz + least(drift_wait * 2, interval '%s')
                    WHERE id IN (SELECT id FROM revocation WHERE drift_look_at <= ?
                      ORDER BY drift_look_at LIMIT ? FOR UPDATE SKIP LOCKED)
                    RETURNING state, body
                    """
                        .formatted(LONGEST, LONGEST),
                    PostgresDrifts::state,
                    now,
                    now,
                    most)
                .stream()
                .filter(Verified.class::isInstance)
                .map(Verified.class::cast)
                .toList());
  }

  @Override
  public List<Revocation> lagging(Duration since, Instant now) {
    return inTransaction(
        () ->
            sql.query(
                """
                SELECT state, body FROM revocation
                WHERE access_outcome <> seat_outcome AND access_outcome <> 'NOT_WANTED'
                  AND seat_outcome <> 'NOT_WANTED' AND 'GONE' IN (access_outcome, seat_outcome)
                  AND 'OPEN' IN (access_outcome, seat_outcome) AND outcomes_since <= ?
                  AND state NOT IN ('Restoring', 'PuttingBack', 'CheckingRestore')
                ORDER BY outcomes_since LIMIT 1000
                """,
                PostgresDrifts::state,
                now.minus(since)));
  }

  @Override
  public List<Found> standing(RevocationId revocation) {
    return inTransaction(
        () ->
            sql.query(
                "SELECT * FROM drift WHERE revocation = ? AND ended_at IS NULL ORDER BY found_at",
                PostgresDrifts::found,
                revocation));
  }

  @Override
  public List<Found> standing(List<Drift> kinds) {
    return inTransaction(
        () ->
            sql.query(
                """
                SELECT * FROM drift WHERE ended_at IS NULL AND kind = ANY (?)
                ORDER BY found_at DESC LIMIT 1000
                """,
                PostgresDrifts::found,
                Batch.Column.texts(kinds)));
  }

  @Override
  public void begin(Revocation of, Found found) {
    transactions.run(
        () -> {
          int added =
              sql.update(
                  """
                  INSERT INTO drift (revocation, kind, why, what_to_do, found_at)
                  VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                  """,
                  found.revocation(),
                  found.drift(),
                  found.why(),
                  found.whatToDo(),
                  found.foundAt());
          if (added > 0) {
            outbox.add(
                new DriftFound(
                    of.task().id(),
                    of.task().candidate(),
                    of.task().seat(),
                    found.why(),
                    found.drift(),
                    found.whatToDo()),
                Cause.NONE);
          }
        });
  }

  @Override
  public void end(Revocation of, Drift drift, String why, Instant at) {
    transactions.run(
        () -> {
          int ended =
              sql.update(
                  "UPDATE drift SET ended_at = ? WHERE revocation = ? AND kind = ? AND ended_at IS"
                      + " NULL",
                  at,
                  of.task().id(),
                  drift);
          if (ended > 0) {
            outbox.add(
                new DriftEnded(of.task().id(), of.task().candidate(), of.task().seat(), why, drift),
                Cause.NONE);
          }
        });
  }

  @Override
  public Optional<Revocation> revocation(RevocationId id) {
    return inTransaction(
        () ->
            sql.first(
                "SELECT state, body FROM revocation WHERE id = ?", PostgresDrifts::state, id));
  }

  private static Revocation state(ResultSet row) throws SQLException {
    return StatesAsJson.read(row.getString("state"), row.getString("body"));
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        new RevocationId(row.getString("revocation")),
        Drift.valueOf(row.getString("kind")),
        row.getString("why"),
        row.getString("what_to_do"),
        row.getTimestamp("found_at").toInstant(),
        Statements.instant(row, "ended_at"));
  }

  private <T> T inTransaction(Supplier<T> work) {
    AtomicReference<T> result = new AtomicReference<>();
    transactions.run(() -> result.set(work.get()));
    return result.get();
  }
}
