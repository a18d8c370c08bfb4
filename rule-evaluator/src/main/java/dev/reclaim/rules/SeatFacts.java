package dev.reclaim.rules;

import dev.reclaim.events.Evidence;
import dev.reclaim.events.SeatRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is known about one seat at one moment. Judging reads nothing else.
 *
 * @param employment empty when HR never named the holder
 * @param holds those in force at {@code asOf}
 */
public record SeatFacts(
    HeldSeat held,
    Instant asOf,
    Optional<Employment> employment,
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

  /** Whether the holder used the seat at all after a moment. */
  public boolean usedAfter(Instant moment) {
    return use.last().filter(moment::isBefore).isPresent();
  }

  /** What is known about use inside a window that ends now. Unknown is not unused. */
  public Evidence evidence(Window window) {
    Instant start = window.before(asOf);
    Use inside = use.since(start);
    if (inside.newest().isPresent()) {
      return new Evidence.Used(inside.newest().get(), inside.measured(), window.length());
    }
    return Coverage.whyUnknown(use.coverage(), start, asOf)
        .<Evidence>map(Evidence.Unknown::new)
        .orElseGet(this::notUsed);
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
