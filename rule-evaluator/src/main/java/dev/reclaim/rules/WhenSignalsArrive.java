package dev.reclaim.rules;

import dev.reclaim.events.Event;
import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.SignalEvent;
import dev.reclaim.events.SignalEvent.AboutHolder;
import dev.reclaim.events.SignalEvent.HolderChanged;
import dev.reclaim.events.SignalEvent.SeatGone;
import dev.reclaim.events.SignalEvent.SeatObserved;
import dev.reclaim.events.SignalEvent.SourceHealth;
import dev.reclaim.events.SignalEvent.UsageDay;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Envelope;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Remembers what usage-ingest says, and judges at once what cannot wait for the next sweep: the
 * seats of somebody who left, and every ongoing proposal about a holder who was heard of.
 */
public final class WhenSignalsArrive {

  private final Seats seats;
  private final Signals signals;
  private final JudgeSeats judge;
  private final InstantSource clock;

  public WhenSignalsArrive(Seats seats, Signals signals, JudgeSeats judge, InstantSource clock) {
    this.seats = seats;
    this.signals = signals;
    this.judge = judge;
    this.clock = clock;
  }

  /** In one transaction. */
  public void handle(List<Envelope<Event>> events) {
    Set<HolderId> holders = new LinkedHashSet<>();
    Set<HolderId> left = new LinkedHashSet<>();
    for (Envelope<Event> envelope : events) {
      if (envelope.event() instanceof AboutHolder about) {
        holders.add(about.holder());
      }
      if (envelope.event() instanceof HolderChanged(Holder profile)
          && profile.status() == Holder.Status.LEFT) {
        left.add(profile.id());
      }
    }
    seats.lock(seats.of(holders));
    remember(events);
    Cause cause = events.getLast().asCause();
    judge.judge(seats.of(left), clock.instant(), rule -> !rule.handling().useCancels(), cause);
    judge.judge(seats.proposed(holders), clock.instant(), rule -> false, cause);
  }

  private void remember(List<Envelope<Event>> events) {
    List<UsageDay> days = new ArrayList<>();
    for (Envelope<Event> envelope : events) {
      if (envelope.event() instanceof SignalEvent signal) {
        switch (signal) {
          case UsageDay day -> days.add(day);
          case HolderChanged changed -> signals.holder(changed, envelope.time());
          case SeatObserved seen -> signals.observed(seen);
          case SeatGone gone -> signals.gone(gone.seat(), gone.observedAt());
          case SourceHealth health -> signals.health(health, envelope.time());
        }
      }
    }
    signals.usage(days);
  }
}
