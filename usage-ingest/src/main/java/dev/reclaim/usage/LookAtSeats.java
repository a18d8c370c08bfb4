package dev.reclaim.usage;

import dev.reclaim.connectors.ListedSeat;
import dev.reclaim.connectors.SeatListing;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.Identifier;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.Via;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares what a directory lists with what was seen before. */
public final class LookAtSeats {

  private final Serializes turns;
  private final KeepsSeats seats;
  private final KeepsLooks looks;
  private final SettleSeats settleSeats;
  private final Belief.Limits limits;
  private final Outbox outbox;

  LookAtSeats(
      Serializes turns,
      KeepsSeats seats,
      KeepsLooks looks,
      SettleSeats settleSeats,
      Belief.Limits limits,
      Outbox outbox) {
    this.turns = turns;
    this.seats = seats;
    this.looks = looks;
    this.settleSeats = settleSeats;
    this.limits = limits;
    this.outbox = outbox;
  }

  /** Takes one listing, or the reason why there is none; inside a transaction. */
  public LookState take(ApplicationId application, SeatListing listing, Instant now) {
    turns.awaitTurn();
    LookState before = looks.of(application).orElseGet(() -> LookState.first(application, now));
    LookState after =
        switch (listing) {
          case SeatListing.Unreadable unreadable -> before.unread(now, unreadable.why());
          case SeatListing.Complete complete -> compare(before, complete.seats(), now);
        };
    looks.save(after);
    return after;
  }

  private LookState compare(LookState before, List<ListedSeat> listing, Instant now) {
    Map<SeatRow.Key, SeatRow> listed =
        listing.stream()
            .map(seat -> row(before.application(), seat, now))
            .collect(Collectors.toMap(SeatRow::key, Function.identity(), (one, same) -> one));
    List<SeatFinding> known = seats.listedFor(before.application());
    List<SeatFinding> missing =
        known.stream().filter(seat -> !listed.containsKey(seat.row().key())).toList();
    return switch (Belief.judge(
        known.size(), missing.size(), listed.size(), before.held(), limits)) {
      case Belief.Held held -> before.held(now, held);
      case Belief.Believed _ -> {
        remove(missing, now);
        seats.save(listed.values());
        String label = before.application().value();
        settleSeats.settle(Set.of(), Set.of(label), Cause.NONE, now);
        yield before.believed(now, listed.size());
      }
    };
  }

  private void remove(List<SeatFinding> missing, Instant now) {
    seats.remove(missing.stream().map(seat -> seat.row().key()).toList());
    outbox.add(settleSeats.gone(missing, now), Cause.NONE);
  }

  private static SeatRow row(ApplicationId application, ListedSeat seat, Instant now) {
    return new SeatRow(
        application.value(),
        SeatRef.ONLY_TIER,
        seat.account(),
        seat.identifiers().stream().map(Identifier::value).toList(),
        switch (seat.via()) {
          case Via.Direct _ -> Optional.empty();
          case Via.Group group -> Optional.of(group.group());
        },
        Optional.empty(),
        now,
        true);
  }
}
