package dev.reclaim.rules;

import dev.reclaim.events.Evidence;
import dev.reclaim.events.SeatRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is known about one seat at one moment. Judging reads nothing else.
 *
 * @param holds those in force at {@code asOf}
 */
public record SeatFacts(
    HeldSeat held,
    Instant asOf,
    HolderFacts holder,
    Use use,
    Presence elsewhere,
    List<Hold> holds) {

  public SeatFacts {
    holds = List.copyOf(holds);
  }

  public SeatRef seat() {
    return held.ref();
  }

  public Tenure tenure() {
    return held.tenure();
  }

  /** Empty when HR never named the holder. */
  public Optional<Employment> employment() {
    return holder.employment();
  }

  /**
   * Since when the holder is on leave; empty when they are not. HR may have announced already what
   * comes after the leave; until then it lasts.
   */
  public Optional<Instant> onLeaveSince() {
    return employment()
        .filter(employment -> employment.onLeaveAt(asOf))
        .map(Employment::since)
        .or(() -> holder.clock().leaveAt(asOf).map(Leave::from));
  }

  /** Nobody is known by the account, so nobody can tell whose use it is. */
  public boolean unmatched() {
    return seat().holder().standsForAnAccount();
  }

  /** Whether the holder used the seat at all after a moment. */
  public boolean usedAfter(Instant moment) {
    return use.last().filter(moment::isBefore).isPresent();
  }

  /** A window that ends now, by the holder's own clock. */
  public Span back(Window window) {
    return holder.clock().back(asOf, window);
  }

  /** Why nobody can say that the seat was not used since a moment; empty when somebody can. */
  public Optional<String> whyUnknown(Instant since) {
    return unmatched()
        ? Optional.of(
            "Nobody is known by the account %s, so its use cannot be told."
                .formatted(seat().account()))
        : Coverage.whyUnknown(use.coverage(), since, asOf);
  }

  /** What is known about use inside a window that ends now. Unknown is not unused. */
  public Evidence evidence(Window window) {
    Span span = back(window);
    Use inside = use.within(span);
    if (inside.newest().isPresent()) {
      return new Evidence.Used(
          inside.newest().get(), inside.measured(), window.length(), inside.sources());
    }
    return whyUnknown(span.start()).<Evidence>map(Evidence.Unknown::new).orElseGet(this::notUsed);
  }

  private Evidence notUsed() {
    Instant coveredFrom =
        use.coverage().stream()
            .filter(source -> source.fresh(asOf))
            .map(Coverage::from)
            .min(Instant::compareTo)
            .orElseThrow();
    Instant since = use.last().filter(coveredFrom::isBefore).orElse(coveredFrom);
    return new Evidence.NotUsedSince(since, coveredFrom);
  }
}
