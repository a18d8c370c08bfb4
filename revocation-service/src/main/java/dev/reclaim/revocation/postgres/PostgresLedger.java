package dev.reclaim.revocation.postgres;

import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Transactions;
import dev.reclaim.revocation.Claims;
import dev.reclaim.revocation.Facts;
import dev.reclaim.revocation.Lease;
import dev.reclaim.revocation.Ledger;
import dev.reclaim.revocation.Next;
import dev.reclaim.revocation.Revocation;
import dev.reclaim.revocation.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/** Revocations as rows, fenced by their version. */
public final class PostgresLedger implements Ledger, Claims {

  /** Held while a decision on facts is made and stored; any number that nobody else uses. */
  private static final long ONE_AT_A_TIME = 0x6272616b6573L;

  private final Transactions transactions;
  private final Statements sql;
  private final ReadsFacts facts;
  private final StoresTransitions stores;
  private final InstantSource clock;
  private final String worker;
  private final Duration leaseLength;

  public PostgresLedger(
      Transactions transactions,
      Statements sql,
      ReadsFacts facts,
      StoresTransitions stores,
      InstantSource clock,
      WorkerName worker) {
    this.transactions = transactions;
    this.sql = sql;
    this.facts = facts;
    this.stores = stores;
    this.clock = clock;
    this.worker = worker.name();
    this.leaseLength = worker.leaseLength();
  }

  @Override
  public Facts facts(Task task) {
    return inTransaction(() -> facts.of(task, clock.instant()));
  }

  @Override
  public Optional<Lease> judge(Lease lease, Function<Facts, Next<? extends Revocation>> decision) {
    return inTransaction(
        () -> {
          sql.query("SELECT pg_advisory_xact_lock(" + ONE_AT_A_TIME + ")", row -> "");
          Task task = lease.state().task();
          return lock(lease)
              .map(cause -> store(lease, decision.apply(facts.of(task, clock.instant())), cause));
        });
  }

  @Override
  public Optional<Lease> record(Lease lease, Next<? extends Revocation> next) {
    return inTransaction(() -> lock(lease).map(cause -> store(lease, next, cause)));
  }

  @Override
  public void postpone(Lease lease, Instant until) {
    transactions.run(
        () ->
            sql.update(
                """
                UPDATE revocation SET leased_by = NULL, leased_until = NULL, next_attempt_at = ?
                WHERE id = ? AND leased_by = ? AND version >= ?
                """,
                until,
                lease.state().task().id(),
                worker,
                lease.version()));
  }

  @Override
  public List<Lease> claim(String connection, int most) {
    Instant now = clock.instant();
    return inTransaction(
        () ->
            sql.query(
                """
                UPDATE revocation SET leased_by = ?, leased_until = ?, version = version + 1
                WHERE id IN (
                  SELECT r.id FROM revocation r LEFT JOIN application a ON a.id = r.application
                  WHERE r.next_attempt_at <= ? AND (r.leased_until IS NULL OR r.leased_until <= ?)
                    AND coalesce(a.connection, '') = ?
                  ORDER BY r.next_attempt_at LIMIT ? FOR UPDATE OF r SKIP LOCKED)
                RETURNING state, body, version
                """,
                row ->
                    new Lease(
                        StatesAsJson.read(row.getString("state"), row.getString("body")),
                        row.getLong("version"),
                        true),
                worker,
                now.plus(leaseLength),
                now,
                now,
                connection,
                most));
  }

  @Override
  public List<String> dueConnections() {
    Instant now = clock.instant();
    return inTransaction(
        () ->
            sql.query(
                """
                SELECT DISTINCT coalesce(a.connection, '') AS name
                FROM revocation r LEFT JOIN application a ON a.id = r.application
                WHERE r.next_attempt_at <= ? AND (r.leased_until IS NULL OR r.leased_until <= ?)
                """,
                row -> row.getString("name"),
                now,
                now));
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
                worker));
  }

  /** Locks the row if the lease still counts, and tells what its events follow from. */
  private Optional<Cause> lock(Lease lease) {
    return sql.first(
        "SELECT cause, traceparent FROM revocation WHERE id = ? AND version = ? FOR UPDATE",
        row -> new Cause(Statements.text(row, "cause"), Statements.text(row, "traceparent")),
        lease.state().task().id(),
        lease.version());
  }

  private Lease store(Lease lease, Next<? extends Revocation> next, Cause cause) {
    Instant now = clock.instant();
    boolean goesOn = next.due().filter(due -> !due.isAfter(now)).isPresent();
    long version = lease.version() + 1;
    stores.update(
        next,
        version,
        goesOn
            ? Optional.of(new StoresTransitions.LeasedTo(worker, now.plus(leaseLength)))
            : Optional.empty(),
        cause,
        now);
    return new Lease(next.state(), version, goesOn);
  }

  private <T> T inTransaction(Supplier<T> work) {
    AtomicReference<T> result = new AtomicReference<>();
    transactions.run(() -> result.set(work.get()));
    return result.get();
  }
}
