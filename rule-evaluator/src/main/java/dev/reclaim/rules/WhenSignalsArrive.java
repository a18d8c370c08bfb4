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
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Remembers what usage-ingest says, and judges at once what cannot wait for the next sweep: the
 * seats of somebody who left, for every rule that reacts to it, and every ongoing proposal about a
 * holder who was heard of.
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
    Map<Reaction, Set<HolderId>> reactions = new EnumMap<>(Reaction.class);
    for (Envelope<Event> envelope : events) {
      if (envelope.event() instanceof AboutHolder about) {
        holders.add(about.holder());
      }
      if (envelope.event() instanceof HolderChanged(Holder profile)) {
        reactionsTo(profile)
            .forEach(
                to -> reactions.computeIfAbsent(to, _ -> new LinkedHashSet<>()).add(profile.id()));
      }
    }
    seats.lock(seats.of(holders));
    remember(events);
    Cause cause = events.getLast().asCause();
    reactions.forEach(
        (to, whose) ->
            judge.judge(
                seats.of(whose),
                clock.instant(),
                rule -> rule.pace().reactsTo().contains(to),
                cause));
    judge.judge(seats.proposed(holders), clock.instant(), rule -> false, cause);
  }

  private static Stream<Reaction> reactionsTo(Holder profile) {
    return Stream.of(
            profile.status() == Holder.Status.LEFT ? Reaction.LEAVER : Reaction.CHANGE,
            profile.details().flatMap(Holder.Details::accountEnabled).orElse(true)
                ? Reaction.CHANGE
                : Reaction.ACCOUNT_DISABLED)
        .distinct();
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
