package dev.reclaim.connectors.declarative;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Remembers for how long a vendor asks to be left alone; the longest wish counts. */
final class NotesRest {

  private final InstantSource clock;
  private final AtomicReference<Instant> until = new AtomicReference<>(Instant.MIN);

  NotesRest(InstantSource clock) {
    this.clock = clock;
  }

  void note(Duration rest) {
    Instant end = clock.instant().plus(rest);
    until.accumulateAndGet(end, (one, other) -> one.isAfter(other) ? one : other);
  }

  Duration left() {
    Instant end = until.get();
    Instant now = clock.instant();
    return end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO;
  }
}
