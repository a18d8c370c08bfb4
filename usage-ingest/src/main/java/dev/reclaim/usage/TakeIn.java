package dev.reclaim.usage;

import dev.reclaim.events.Identifier;
import dev.reclaim.events.InboxEvent;
import dev.reclaim.events.InboxEvent.HolderReported;
import dev.reclaim.events.InboxEvent.SeatReported;
import dev.reclaim.events.InboxEvent.SourceRecord;
import dev.reclaim.events.InboxEvent.UsageReported;
import dev.reclaim.events.SeatRef;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Envelope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes a batch of what came in: people, seats and usage, in any order. The outcome is the same for
 * every order, since each is kept under its sender's names and looked at again when a name becomes
 * known.
 */
public final class TakeIn {

  private final Serializes turns;
  private final Admission admission;
  private final TakePeople takePeople;
  private final KeepsSeats seats;
  private final CountsUsage usage;
  private final KeepsSources sources;
  private final Settling settling;

  TakeIn(
      Serializes turns,
      Admission admission,
      TakePeople takePeople,
      KeepsSeats seats,
      CountsUsage usage,
      KeepsSources sources,
      Settling settling) {
    this.turns = turns;
    this.admission = admission;
    this.takePeople = takePeople;
    this.seats = seats;
    this.usage = usage;
    this.sources = sources;
    this.settling = settling;
  }

  /**
   * Takes them all, or none.
   *
   * @throws IllegalArgumentException if one of them is refused; the message begins with the field
   */
  public void take(List<Envelope<InboxEvent>> batch, Instant now) {
    List<Envelope<HolderReported>> people = new ArrayList<>();
    List<Envelope<SeatReported>> reportedSeats = new ArrayList<>();
    List<Envelope<UsageReported>> uses = new ArrayList<>();
    for (Envelope<InboxEvent> envelope : batch) {
      admission
          .refusal(envelope.event(), envelope.time(), now)
          .ifPresent(
              reason -> {
                throw new IllegalArgumentException(reason);
              });
      switch (envelope.event()) {
        case HolderReported holder -> people.add(with(envelope, holder));
        case SeatReported seat -> reportedSeats.add(with(envelope, seat));
        case UsageReported use -> uses.add(with(envelope, use));
        case SourceRecord _ ->
            throw new IllegalArgumentException(
                "source: its records are read before they come here");
      }
    }
    if (batch.isEmpty()) {
      return;
    }
    turns.awaitTurn();
    Days days = new Days();
    Set<String> names = takePeople.take(people, days);
    seats.save(reportedSeats.stream().map(TakeIn::seat).toList());
    Set<String> touchedSources = add(uses, days);
    Cause cause = batch.getFirst().asCause();
    settling.settle(new Settling.Touched(names, Set.of(), days, touchedSources), cause, now);
  }

  private Set<String> add(List<Envelope<UsageReported>> uses, Days days) {
    if (uses.isEmpty()) {
      return Set.of();
    }
    Map<UsageRow.Key, UsageRow> rows = new LinkedHashMap<>();
    Map<String, Cause> causes = new HashMap<>();
    for (Envelope<UsageReported> use : uses) {
      UsageRow row = UsageRow.of(use.event(), SourceNames.of(use.source()).value());
      rows.merge(row.key(), row, UsageRow::plus);
      causes.put(row.account(), use.asCause());
    }
    usage.add(rows.values());
    sources.saw(rows.values());
    days.add(usage.daysOf(rows.values()), account -> causes.getOrDefault(account, Cause.NONE));
    return rows.values().stream().map(UsageRow::source).collect(Collectors.toSet());
  }

  private static SeatRow seat(Envelope<SeatReported> envelope) {
    SeatReported seat = envelope.event();
    return new SeatRow(
        Identifier.normalise(seat.application()),
        seat.tier().filter(tier -> !tier.isBlank()).orElse(SeatRef.ONLY_TIER),
        seat.account().strip(),
        List.of(),
        seat.via().filter(via -> !via.isBlank()),
        seat.assignedAt(),
        envelope.time(),
        false);
  }

  private static <E extends InboxEvent> Envelope<E> with(Envelope<InboxEvent> envelope, E event) {
    return new Envelope<>(
        envelope.id(), envelope.source(), envelope.time(), envelope.cause(), event);
  }
}
