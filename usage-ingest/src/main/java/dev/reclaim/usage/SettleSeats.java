package dev.reclaim.usage;

import dev.reclaim.events.SeatId;
import dev.reclaim.events.SignalEvent;
import dev.reclaim.events.SignalEvent.SeatGone;
import dev.reclaim.events.SignalEvent.SeatObserved;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells whose seats are whose, as soon as holder and application of a seat are known. */
final class SettleSeats {

  private final KeepsSeats seats;
  private final Outbox outbox;

  SettleSeats(KeepsSeats seats, Outbox outbox) {
    this.seats = seats;
    this.outbox = outbox;
  }

  /**
   * Settles what changed, and what these names and labels may have given another owner.
   *
   * @param now stands on seats that their holder no longer has
   */
  void settle(Set<String> names, Set<String> labels, Cause cause, Instant now) {
    List<SeatFinding> changed =
        seats.unsettled(names, labels).stream()
            .filter(finding -> finding.changed() || !finding.now().equals(finding.published()))
            .toList();
    Map<SeatRow.Key, Optional<SeatFinding.Owner>> owners = new LinkedHashMap<>();
    changed.forEach(finding -> owners.put(finding.row().key(), finding.now()));
    seats.published(owners);
    List<SignalEvent> news = new ArrayList<>();
    news.addAll(gone(changed, now));
    changed.forEach(finding -> observed(finding).ifPresent(news::add));
    outbox.add(news, cause);
  }

  private static Optional<SeatObserved> observed(SeatFinding finding) {
    SeatRow row = finding.row();
    return finding
        .now()
        .map(
            owner ->
                new SeatObserved(
                    row.seatOf(owner.holder(), owner.application()),
                    row.assignedAt(),
                    row.observedAt()));
  }

  /** The published seats among these that their holders have no more, by no row at all. */
  List<SeatGone> gone(List<SeatFinding> findings, Instant now) {
    Map<SeatId, SeatGone> gone = new LinkedHashMap<>();
    for (SeatFinding finding : findings) {
      SeatRow row = finding.row();
      finding
          .published()
          .filter(owner -> !seats.isPublished(owner, row.tier()))
          .map(owner -> new SeatGone(row.seatOf(owner.holder(), owner.application()), now))
          .ifPresent(seat -> gone.put(seat.seat().id(), seat));
    }
    return List.copyOf(gone.values());
  }
}
