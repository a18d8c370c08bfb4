package dev.reclaim.testkit.badly.clock;

import java.time.Instant;

/** Plain Java, but asks for the time itself. */
final class Decides {
  boolean isOver(Instant end) {
    return Instant.now().isAfter(end);
  }
}
