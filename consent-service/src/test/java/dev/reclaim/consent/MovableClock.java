package dev.reclaim.consent;

import dev.reclaim.testkit.TestClock;
import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/** Stands in for the system's clock. */
public class MovableClock {

  static final TestClock TIME = new TestClock(Instant.parse("2026-03-02T09:00:00Z"));

  @Produces
  @Singleton
  @Mock
  InstantSource clock() {
    return TIME;
  }
}
