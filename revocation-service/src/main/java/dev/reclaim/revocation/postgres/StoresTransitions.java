package dev.reclaim.revocation.postgres;

import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Outbox;
import dev.reclaim.revocation.Held;
import dev.reclaim.revocation.InFlight;
import dev.reclaim.revocation.Mark;
import dev.reclaim.revocation.Next;
import dev.reclaim.revocation.Revocation;
import dev.reclaim.revocation.Task;
import java.time.Instant;
import java.util.Optional;

/** Writes state, operations and events of one transition in the transaction that is open. */
public final class StoresTransitions {

  /** The channel on which workers hear that something is due. */
  public static final String CHANNEL = "revocation_work";

  private final Statements sql;
  private final Outbox outbox;

  public StoresTransitions(Statements sql, Outbox outbox) {
    this.sql = sql;
    this.outbox = outbox;
  }

  void insert(Next<? extends Revocation> next, Cause cause, Instant now) {
    Task task = next.state().task();
    sql.update(
        """
        INSERT INTO revocation (id, candidate, holder, application, state, body, state_since,
          next_attempt_at, version, cause, traceparent)
        VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?, 1, ?, ?)
        """,
        task.id(),
        task.candidate(),
        task.seat().holder(),
        task.seat().application(),
        StatesAsJson.nameOf(next.state()),
        StatesAsJson.write(next.state()),
        now,
        next.due(),
        cause.eventId(),
        cause.traceparent());
    tell(next, cause);
  }

  /**
   * Replaces a state; whoever holds an older version is too late from now on.
   *
   * @param lease whose right it is to go on, until when; empty if it is nobody's
   */
  void update(
      Next<? extends Revocation> next,
      long version,
      Optional<LeasedTo> lease,
      Cause cause,
      Instant now) {
    String state = StatesAsJson.nameOf(next.state());
    Optional<String> brake =
        next.state() instanceof Held held ? Optional.of(held.brake().id()) : Optional.empty();
    sql.update(
        """
        UPDATE revocation SET
          state_since = CASE WHEN state = ? AND brake IS NOT DISTINCT FROM ? THEN state_since ELSE ? END,
          state = ?, body = ?::jsonb, brake = ?, next_attempt_at = ?, version = ?,
          first_intent_at = coalesce(?, first_intent_at), leased_by = ?, leased_until = ?
        WHERE id = ?
        """,
        state,
        brake,
        now,
        state,
        StatesAsJson.write(next.state()),
        brake,
        next.due(),
        version,
        countsFrom(next, now),
        lease.map(LeasedTo::by),
        lease.map(LeasedTo::until),
        next.state().task().id());
    next.marks().forEach(mark -> write(mark, next.state().task()));
    tell(next, cause);
  }

  /** A right to go on, and its end. */
  record LeasedTo(String by, Instant until) {}

  /** The limits count a revocation from the intent of its first step on. */
  private static Optional<Instant> countsFrom(Next<? extends Revocation> next, Instant now) {
    return next.state() instanceof InFlight flight
            && flight.course().taken().isEmpty()
            && next.marks().stream().anyMatch(Mark.Intended.class::isInstance)
        ? Optional.of(now)
        : Optional.empty();
  }

  private void tell(Next<? extends Revocation> next, Cause cause) {
    outbox.add(next.events(), cause);
    if (next.due().isPresent()) {
      sql.query("SELECT pg_notify('" + CHANNEL + "', '')", row -> "");
    }
  }

  private void write(Mark mark, Task task) {
    switch (mark) {
      case Mark.Intended intended ->
          sql.update(
              """
              INSERT INTO operation (id, revocation, step, direction, attempt, earlier, started_at)
              VALUES (?, ?, ?, ?, ?, ?::jsonb, ?)
              """,
              intended.operation(),
              task.id(),
              intended.step(),
              intended.direction(),
              intended.attempt(),
              intended.earlier().map(StatesAsJson::write),
              intended.at());
      case Mark.Ended ended ->
          sql.update(
              "UPDATE operation SET outcome = ?, why = ?, ended_at = ? WHERE id = ?",
              ended.outcome(),
              ended.why(),
              ended.at(),
              ended.operation());
      case Mark.PassedOver passed ->
          sql.update(
              """
              INSERT INTO operation (id, revocation, step, direction, attempt, started_at, outcome, why, ended_at)
              VALUES (?, ?, ?, ?, ?, ?, 'no call needed', ?, ?)
              """,
              passed.operation(),
              task.id(),
              passed.step(),
              passed.direction(),
              passed.attempt(),
              passed.at(),
              passed.proof(),
              passed.at());
    }
  }
}
