package dev.reclaim.revocation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The only place that knows when something is tried again: full jitter, never before asked to. */
public final class Retries {

  private final Schedule schedule;
  private final RandomGenerator random;

  public Retries(Schedule schedule, RandomGenerator random) {
    this.schedule = schedule;
    this.random = random;
  }

  /**
   * When to try again.
   *
   * @param tried the course with this try counted
   * @param atLeast what the vendor asked for
   * @return empty when patience is spent
   */
  Optional<Instant> next(Course tried, Duration atLeast, Instant now) {
    Tries tries = tried.tries();
    Instant end = tries.since().orElse(now).plus(schedule.giveUpAfter());
    if (now.isAfter(end)) {
      return Optional.empty();
    }
    long most = schedule.most(tries.count()).toMillis();
    return Optional.of(now.plus(atLeast).plusMillis(random.nextLong(most + 1)));
  }

  Optional<Instant> next(Course tried, Instant now) {
    return next(tried, Duration.ZERO, now);
  }

  /** When to look again at what contradicts the vendor's answer; empty after a few looks. */
  Optional<Instant> nextLook(Course tried, Instant now) {
    return tried.tries().count() < schedule.looks() ? next(tried, now) : Optional.empty();
  }

  /** From when on a missing effect will not arrive any more. */
  Instant settled(Instant called) {
    return called.plus(schedule.settle());
  }
}
