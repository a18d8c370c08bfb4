package dev.reclaim.connectors.declarative;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Remembers how long the vendor asked to be left alone, by whichever of its answers. */
final class Rest {

  private final InstantSource clock;
  private final AtomicReference<Instant> until = new AtomicReference<>(Instant.MIN);

  Rest(InstantSource clock) {
    this.clock = clock;
  }

  void note(Duration length) {
    Instant end = clock.instant().plus(length);
    until.accumulateAndGet(end, (one, other) -> one.isAfter(other) ? one : other);
  }

  Duration left() {
    Instant end = until.get();
    Instant now = clock.instant();
    return end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO;
  }
}
