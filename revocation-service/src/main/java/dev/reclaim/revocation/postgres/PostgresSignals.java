package dev.reclaim.revocation.postgres;

import dev.reclaim.events.Holder;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.SignalEvent.HolderChanged;
import dev.reclaim.events.SignalEvent.SeatGone;
import dev.reclaim.events.SignalEvent.SeatObserved;
import dev.reclaim.events.SignalEvent.UsageDay;
import dev.reclaim.revocation.HearsSignals;
import java.time.Instant;
import java.util.Optional;

/** What the signals say, as rows. */
public final class PostgresSignals implements HearsSignals {

  private final Statements sql;

  public PostgresSignals(Statements sql) {
    this.sql = sql;
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

  @Override
  public void holderChanged(HolderChanged event) {
    Holder profile = event.profile();
    int newer =
        sql.update(
            """
            INSERT INTO holder_profile AS known (holder, as_of) VALUES (?, ?)
            ON CONFLICT (holder) DO UPDATE SET as_of = EXCLUDED.as_of WHERE known.as_of <= EXCLUDED.as_of
            """,
            profile.id(),
            profile.asOf());
    if (newer == 0) {
      return;
    }
    sql.update("DELETE FROM holder_identifier WHERE holder = ?", profile.id());
    profile
        .identifiers()
        .forEach(
            one ->
                sql.update(
                    "INSERT INTO holder_identifier (holder, identifier) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    profile.id(),
                    one.normalised()));
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
        INSERT INTO known_seat AS known (id, application, observed_at, gone_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET observed_at = EXCLUDED.observed_at, gone_at = EXCLUDED.gone_at
        WHERE known.observed_at <= EXCLUDED.observed_at
        """,
        seat.id(),
        seat.application(),
        observedAt,
        goneAt);
  }
}
