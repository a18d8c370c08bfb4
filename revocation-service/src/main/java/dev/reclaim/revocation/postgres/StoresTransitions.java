package dev.reclaim.revocation.postgres;

import dev.reclaim.events.RevocationEvent;
import dev.reclaim.events.RevocationEvent.BrakeStopped;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Outbox;
import dev.reclaim.messaging.Told;
import dev.reclaim.revocation.Brake;
import dev.reclaim.revocation.Held;
import dev.reclaim.revocation.Next;
import dev.reclaim.revocation.Outcomes;
import dev.reclaim.revocation.Revocation;
import dev.reclaim.revocation.Task;
import dev.reclaim.revocation.Verified;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes states, operations and events of many transitions in the transaction that is open. */
public final class StoresTransitions {

  /** The channel on which workers hear that something is due. */
  public static final String CHANNEL = "revocation_work";

  private final Statements sql;
  private final Outbox outbox;
  private final Duration firstDriftLook;

  /**
   * @param firstDriftLook so long after it was verified it is looked at again
   */
  public StoresTransitions(Statements sql, Outbox outbox, Duration firstDriftLook) {
    this.sql = sql;
    this.outbox = outbox;
    this.firstDriftLook = firstDriftLook;
  }

  /**
   * A state that replaces another.
   *
   * @param version whoever holds an older one is too late from now on
   * @param lease whose right it is to go on; empty if it is nobody's
   * @param counted when the limits count it from; empty if that does not change
   */
  record Change(
      Next<? extends Revocation> next,
      long version,
      Optional<LeasedTo> lease,
      Optional<Instant> counted,
      Cause cause) {}

  /** A right to go on, and its end. */
  record LeasedTo(String by, Instant until) {}

  /** A revocation that was not there before. */
  record Begun(Next<? extends Revocation> next, Cause cause) {}

  void insert(List<Begun> begun, Instant now) {
    if (begun.isEmpty()) {
      return;
    }
    Batch rows =
        new Batch("text", "text", "text", "text", "text", "text", "timestamptz", "text", "text");
    List<Told> told = new ArrayList<>();
    for (Begun one : begun) {
      Task task = one.next().state().task();
      rows.add(
          task.id(),
          task.candidate(),
          task.seat().holder(),
          task.seat().application(),
          StatesAsJson.nameOf(one.next().state()),
          StatesAsJson.write(one.next().state()),
          one.next().due(),
          one.cause().eventId(),
          one.cause().traceparent());
      one.next().events().forEach(event -> told.add(new Told(event, one.cause())));
    }
    Object[] columns = rows.columns();
    Object[] values = new Object[columns.length + 2];
    values[0] = now;
    values[1] = now;
    System.arraycopy(columns, 0, values, 2, columns.length);
    sql.update(
        """
        INSERT INTO revocation (id, candidate, holder, application, connection, state, body,
          state_since, outcomes_since, next_attempt_at, version, cause, traceparent)
        SELECT n.id, n.candidate, n.holder, n.application, coalesce(a.connection, ''), n.state,
          n.body::jsonb, ?, ?, n.due, 1, n.cause, n.traceparent
        FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY AS n(id, candidate, holder,
          application, state, body, due, cause, traceparent, place)
        LEFT JOIN application a ON a.id = n.application
        ORDER BY n.place
        """,
        values);
    outbox.addAll(told);
    begun.stream()
        .flatMap(one -> one.next().due().stream())
        .min(Instant::compareTo)
        .ifPresent(due -> wakeIfDue(Optional.of(due)));
  }

  /** Replaces states, each with what is written and said about it. */
  void update(List<Change> changes, Instant now) {
    if (changes.isEmpty()) {
      return;
    }
    states(changes, now);
    Marks.write(sql, changes);
    List<Told> told = new ArrayList<>();
    for (Change change : changes) {
      change.next().events().forEach(event -> told.add(new Told(event, change.cause())));
    }
    told.addAll(alarms(changes, now));
    outbox.addAll(told);
    changes.stream()
        .filter(change -> change.lease().isEmpty())
        .flatMap(change -> change.next().due().stream())
        .min(Instant::compareTo)
        .ifPresent(due -> wakeIfDue(Optional.of(due)));
  }

  private void wakeIfDue(Optional<Instant> due) {
    if (due.isPresent()) {
      sql.query("SELECT pg_notify('" + CHANNEL + "', '')", row -> "");
    }
  }

  private void states(List<Change> changes, Instant now) {
    Batch rows =
        new Batch(
            "text",
            "text",
            "text",
            "text",
            "timestamptz",
            "bigint",
            "timestamptz",
            "text",
            "timestamptz",
            "text",
            "text",
            "bigint");
    for (Change change : changes) {
      Revocation state = change.next().state();
      Outcomes outcomes = Outcomes.of(state);
      rows.add(
          state.task().id(),
          StatesAsJson.nameOf(state),
          StatesAsJson.write(state),
          state instanceof Held held ? Optional.of(held.brake().id()) : Optional.empty(),
          change.next().due(),
          change.version(),
          change.counted(),
          change.lease().map(LeasedTo::by),
          change.lease().map(LeasedTo::until),
          outcomes.access(),
          outcomes.seat(),
          state instanceof Verified ? Optional.of(firstDriftLook.toMillis()) : Optional.empty());
    }
    Object[] columns = rows.columns();
    Object[] values = new Object[columns.length + 3];
    values[0] = now;
    values[1] = now;
    values[2] = now;
    System.arraycopy(columns, 0, values, 3, columns.length);
    sql.update(
        """
        UPDATE revocation r SET
          state_since = CASE WHEN r.state = n.state AND r.brake IS NOT DISTINCT FROM n.brake
            THEN r.state_since ELSE ? END,
          outcomes_since = CASE WHEN r.access_outcome = n.access_outcome
            AND r.seat_outcome = n.seat_outcome THEN r.outcomes_since ELSE ? END,
          drift_look_at = ?::timestamptz + n.drift_ms * interval '1 millisecond',
          drift_wait = n.drift_ms * interval '1 millisecond',
          state = n.state, body = n.body::jsonb, brake = n.brake, next_attempt_at = n.due,
          version = n.version, first_intent_at = coalesce(n.counted, r.first_intent_at),
          leased_by = n.leased_by, leased_until = n.leased_until,
          access_outcome = n.access_outcome, seat_outcome = n.seat_outcome
        FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS n(id, state, body, brake, due, version,
          counted, leased_by, leased_until, access_outcome, seat_outcome, drift_ms)
        WHERE r.id = n.id
        """,
        values);
  }

  /** Who begins to hold something is noted, and said, once. */
  private List<Told> alarms(List<Change> changes, Instant now) {
    Map<String, Brake> holding = new LinkedHashMap<>();
    for (Change change : changes) {
      if (change.next().state() instanceof Held held && Brake.alarms(held.brake().id())) {
        holding.putIfAbsent(held.brake().id(), held.brake());
      }
    }
    if (holding.isEmpty()) {
      return List.of();
    }
    Batch rows = new Batch("text", "text");
    holding.values().forEach(brake -> rows.add(brake.id(), brake.why()));
    Object[] columns = rows.columns();
    return sql
        .query(
            """
            INSERT INTO brake_alert (brake, why, since)
            SELECT brake, why, ? FROM unnest(?, ?) AS b(brake, why) ORDER BY brake
            ON CONFLICT (brake) DO NOTHING RETURNING brake
            """,
            row -> holding.get(row.getString("brake")),
            now,
            columns[0],
            columns[1])
        .stream()
        .<RevocationEvent>map(brake -> new BrakeStopped(brake.id(), brake.why(), now))
        .map(event -> new Told(event, Cause.NONE))
        .toList();
  }
}
