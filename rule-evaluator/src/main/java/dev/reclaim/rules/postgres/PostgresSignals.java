package dev.reclaim.rules.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.reclaim.events.Identifier;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.SignalEvent.HolderChanged;
import dev.reclaim.events.SignalEvent.SeatObserved;
import dev.reclaim.events.SignalEvent.SourceHealth;
import dev.reclaim.events.SignalEvent.UsageDay;
import dev.reclaim.events.Via;
import dev.reclaim.messaging.EventCodec;
import dev.reclaim.rules.Signals;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Signals as tables; every statement is a merge that ignores what is older than what stands. */
public final class PostgresSignals implements Signals {

  private static final Comparator<UsageDay> SAME_ORDER_EVERYWHERE =
      Comparator.comparing((UsageDay day) -> day.holder().value())
          .thenComparing(day -> day.application().value())
          .thenComparing(UsageDay::day)
          .thenComparing(UsageDay::revision);

  private final Sql sql;
  private final Duration settle;
  private final HolderStatements holders;

  /** How long a source that reaches further back than before is not believed. */
  public PostgresSignals(DataSource database, Duration settle) {
    this.sql = new Sql(database);
    this.settle = settle;
    this.holders = new HolderStatements(sql);
  }

  @Override
  public void usage(List<UsageDay> days) {
    sql.batch(
        """
        INSERT INTO usage_day
          (holder, application, day, seconds, opens, unmeasured, last_use, sources, revision,
           features)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::text[])
        ON CONFLICT (holder, application, day) DO UPDATE SET
          seconds = excluded.seconds, opens = excluded.opens, unmeasured = excluded.unmeasured,
          last_use = excluded.last_use, sources = excluded.sources, revision = excluded.revision,
          features = excluded.features
        WHERE excluded.revision > usage_day.revision
        """,
        days.stream().sorted(SAME_ORDER_EVERYWHERE).map(PostgresSignals::row).toList());
  }

  private static Object[] row(UsageDay day) {
    return new Object[] {
      day.holder().value(),
      day.application().value(),
      day.day(),
      day.seconds(),
      day.opens(),
      day.unmeasured(),
      day.lastUse(),
      day.sources(),
      day.revision(),
      day.features()
    };
  }

  @Override
  public void holder(HolderChanged changed, Instant saidAt) {
    holders.take(changed, saidAt);
  }

  @Override
  public void observed(SeatObserved seen) {
    sighting(seen.seat(), seen.assignedAt(), seen.observedAt());
  }

  /** A time of the seat that is over; the table of now has no place for it. */
  private static final String KEEP_BEFORE =
      """
      INSERT INTO seat_before (seat, assigned_at, first_seen, gone_at)
      SELECT id, CASE WHEN assigned_said_at <= gone THEN assigned_at END, first_seen, gone
      FROM (SELECT *, coalesce(?::timestamptz, gone_at) AS gone FROM seat WHERE id = ?) s
      WHERE first_seen <= gone AND (last_seen > gone OR ?::timestamptz > gone)
      ON CONFLICT DO NOTHING
      """;

  private void sighting(SeatRef seat, Optional<Instant> assignedAt, Instant at) {
    sql.update(KEEP_BEFORE, null, seat.id().value(), at);
    sql.update(
        """
        INSERT INTO seat AS s
          (id, holder, application, tier, account, via, via_group_key, assigned_at,
           assigned_said_at, first_seen, last_seen)
        VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?::timestamptz, ?::timestamptz, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
          account = CASE WHEN excluded.last_seen >= s.last_seen
            THEN excluded.account ELSE s.account END,
          via = CASE WHEN excluded.last_seen >= s.last_seen THEN excluded.via ELSE s.via END,
          via_group_key = CASE WHEN excluded.last_seen >= s.last_seen
            THEN excluded.via_group_key ELSE s.via_group_key END,
          assigned_at = CASE WHEN excluded.assigned_at IS NOT NULL
              AND (s.assigned_said_at IS NULL OR excluded.assigned_said_at >= s.assigned_said_at)
            THEN excluded.assigned_at ELSE s.assigned_at END,
          assigned_said_at = greatest(s.assigned_said_at, excluded.assigned_said_at),
          first_seen = CASE
            WHEN excluded.first_seen <= s.gone_at THEN s.first_seen
            WHEN s.first_seen <= s.gone_at THEN excluded.first_seen
            ELSE least(s.first_seen, excluded.first_seen) END,
          last_seen = greatest(s.last_seen, excluded.last_seen)
        """,
        seat.id().value(),
        seat.holder().value(),
        seat.application().value(),
        seat.tier(),
        seat.account(),
        json(seat),
        groupKey(seat),
        assignedAt,
        assignedAt.map(_ -> at),
        at,
        at);
  }

  /**
   * News of a disappearance may come after later sightings; which of them was the first is not kept
   * then, and the latest is taken: the seat counts as younger, which errs on the holder's side.
   */
  @Override
  public void gone(SeatRef seat, Instant at) {
    sql.update(KEEP_BEFORE, at, seat.id().value(), null);
    sql.update(
        """
        INSERT INTO seat AS s
          (id, holder, application, tier, account, via, via_group_key, first_seen, last_seen,
           gone_at)
        VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
          gone_at = greatest(s.gone_at, excluded.gone_at),
          first_seen = CASE
            WHEN s.first_seen <= excluded.gone_at AND s.last_seen > excluded.gone_at
            THEN s.last_seen ELSE s.first_seen END
        """,
        seat.id().value(),
        seat.holder().value(),
        seat.application().value(),
        seat.tier(),
        seat.account(),
        json(seat),
        groupKey(seat),
        at,
        at,
        at);
  }

  @Override
  public void restored(SeatRef seat, Instant at) {
    sighting(seat, Optional.empty(), at);
    sql.update(
        "UPDATE seat SET restored_at = greatest(restored_at, ?) WHERE id = ?",
        at,
        seat.id().value());
  }

  @Override
  public void health(SourceHealth health, Instant saidAt) {
    sql.update(
        """
        INSERT INTO source_health AS h
          (source, application, coverage_from, last_record_at, said_at, believed_from, sees)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (application, source) DO UPDATE SET
          coverage_from = excluded.coverage_from, last_record_at = excluded.last_record_at,
          said_at = excluded.said_at, sees = excluded.sees,
          believed_from = CASE WHEN excluded.coverage_from < h.coverage_from
            THEN excluded.believed_from ELSE h.believed_from END
        WHERE (excluded.said_at, excluded.coverage_from) > (h.said_at, h.coverage_from)
        """,
        health.source().value(),
        health.application().value(),
        health.coverageFrom(),
        health.lastRecordAt(),
        saidAt,
        settle.isZero() ? Instant.EPOCH : saidAt.plus(settle),
        health.sees().orElse(SourceHealth.Sees.OPENS).name());
  }

  private static Optional<String> groupKey(SeatRef seat) {
    return switch (seat.via()) {
      case Via.Direct _ -> Optional.empty();
      case Via.Group(String group) -> Optional.of(Identifier.normalise(group));
    };
  }

  private static String json(SeatRef seat) {
    try {
      return EventCodec.json().writeValueAsString(seat.via());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a way to a seat that cannot be written", e);
    }
  }
}
