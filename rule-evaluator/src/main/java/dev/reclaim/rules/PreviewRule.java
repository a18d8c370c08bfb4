package dev.reclaim.rules;

import dev.reclaim.events.SeatId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Judges all seats by one rule and changes nothing. */
public final class PreviewRule {

  private static final int PAGE = 500;

  private final Seats seats;
  private final InTransaction transaction;
  private final InstantSource clock;

  public PreviewRule(Seats seats, InTransaction transaction, InstantSource clock) {
    this.seats = seats;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Judges now.
   *
   * @param atMost how many seats are listed; all are counted
   */
  public Preview preview(VersionedRule rule, int atMost) {
    Instant asOf = clock.instant();
    Preview preview = new Preview(rule, asOf, atMost);
    Optional<SeatId> last = Optional.empty();
    while (true) {
      Optional<SeatId> after = last;
      List<SeatId> page = transaction.call(() -> add(preview, after, rule, asOf));
      if (page.size() < PAGE) {
        return preview;
      }
      last = Optional.of(page.getLast());
    }
  }

  private List<SeatId> add(
      Preview preview, Optional<SeatId> after, VersionedRule rule, Instant asOf) {
    List<SeatId> ids = seats.next(after, PAGE);
    seats.look(ids, asOf, rule.rule().reach()).forEach(preview::add);
    return ids;
  }
}
