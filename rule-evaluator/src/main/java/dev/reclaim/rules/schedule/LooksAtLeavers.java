package dev.reclaim.rules.schedule;

import dev.reclaim.rules.WhenTheLastDayComes;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** Looks at those whose last day is today, every {@code reclaim.rules.look-at-leavers-every}. */
@Singleton
public class LooksAtLeavers {

  private final WhenTheLastDayComes leavers;

  LooksAtLeavers(WhenTheLastDayComes leavers) {
    this.leavers = leavers;
  }

  @Scheduled(
      identity = "leavers",
      every = "{reclaim.rules.look-at-leavers-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    leavers.look();
  }
}
