package dev.reclaim.revocation.postgres;

import dev.reclaim.events.Holder;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.SignalEvent.HolderChanged;
import dev.reclaim.events.SignalEvent.SeatGone;
import dev.reclaim.events.SignalEvent.SeatObserved;
import dev.reclaim.events.SignalEvent.SourceHealth;
import dev.reclaim.events.SignalEvent.UsageDay;
import dev.reclaim.revocation.HearsSignals;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** What the signals say, as rows. */
public final class PostgresSignals implements HearsSignals {

  private final Statements sql;
  private final InstantSource clock;

  public PostgresSignals(Statements sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public void used(UsageDay event) {
    if (event.opens() == 0) {
      return; // It takes an earlier snapshot back; what we believed errs on the holder's side.
    }
    sql.update(
        """
        INSERT INTO last_use AS known (holder, application, at) VALUES (?, ?, ?)
        ON CONFLICT (holder, application) DO UPDATE SET at = EXCLUDED.at WHERE known.at < EXCLUDED.at
        """,
        event.holder(),
        event.application(),
        event.lastUse());
  }

  /** When somebody leaves counts by our own clock: the file may say any day. */
  @Override
  public void holderChanged(HolderChanged event) {
    Holder profile = event.profile();
    boolean left = profile.status() == Holder.Status.LEFT;
    int newer =
        sql.update(
            """
            INSERT INTO holder_profile AS known (holder, as_of, is_person, status, left_at)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (holder) DO UPDATE SET as_of = EXCLUDED.as_of,
              is_person = EXCLUDED.is_person, status = EXCLUDED.status,
              left_at = CASE WHEN EXCLUDED.left_at IS NULL THEN NULL
                ELSE coalesce(known.left_at, EXCLUDED.left_at) END
            WHERE known.as_of <= EXCLUDED.as_of
            """,
            profile.id(),
            profile.asOf(),
            profile.kind() == Holder.Kind.PERSON,
            profile.status(),
            left ? Optional.of(clock.instant()) : Optional.empty());
    if (newer > 0) {
      identifiers(profile);
    }
  }

  private void identifiers(Holder profile) {
    sql.update("DELETE FROM holder_identifier WHERE holder = ?", profile.id());
    Batch names = new Batch("text", "int");
    for (int i = 0; i < profile.identifiers().size(); i++) {
      names.add(profile.identifiers().get(i).normalised(), i);
    }
    if (!names.isEmpty()) {
      Object[] columns = names.columns();
      sql.update(
          """
          INSERT INTO holder_identifier (holder, identifier, place)
          SELECT ?, identifier, min(place) FROM unnest(?, ?) AS n(identifier, place) GROUP BY 2
          ON CONFLICT DO NOTHING
          """,
          profile.id(),
          columns[0],
          columns[1]);
    }
  }

  @Override
  public void sourceHealth(SourceHealth event) {
    sql.update(
        """
        INSERT INTO source_health AS known (source, application, last_record_at) VALUES (?, ?, ?)
        ON CONFLICT (source, application) DO UPDATE SET last_record_at =
          greatest(known.last_record_at, EXCLUDED.last_record_at)
        """,
        event.source(),
        event.application(),
        event.lastRecordAt());
  }

  @Override
  public void seatObserved(SeatObserved event) {
    seat(event.seat(), event.observedAt(), Optional.empty());
  }

  @Override
  public void seatGone(SeatGone event) {
    seat(event.seat(), event.observedAt(), Optional.of(event.observedAt()));
  }

  private void seat(SeatRef seat, Instant observedAt, Optional<Instant> goneAt) {
    sql.update(
        """
        INSERT INTO known_seat AS known (id, application, holder, tier, observed_at, gone_at)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET holder = EXCLUDED.holder, tier = EXCLUDED.tier,
          observed_at = EXCLUDED.observed_at, gone_at = EXCLUDED.gone_at
        WHERE known.observed_at <= EXCLUDED.observed_at
        """,
        seat.id(),
        seat.application(),
        seat.holder(),
        seat.tier(),
        observedAt,
        goneAt);
  }
}
