package dev.reclaim.rules.live;

import dev.reclaim.testkit.TestClock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/** The clock of the service under test. */
@Singleton
class StandingClock {

  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  static final TestClock CLOCK = new TestClock(NOW);

  @Produces
  @Singleton
  InstantSource clock() {
    return CLOCK;
  }
}
