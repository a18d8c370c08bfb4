package dev.reclaim.rules.schedule;

import dev.reclaim.messaging.Cause;
import dev.reclaim.rules.SweepSeats;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Sweeps all seats, every {@code reclaim.rules.sweep-every}, by all rules whose time has come. */
@Singleton
public class SweepsFromTimeToTime {

  private static final Logger LOG = Logger.getLogger(SweepsFromTimeToTime.class);

  private final SweepSeats sweep;

  SweepsFromTimeToTime(SweepSeats sweep) {
    this.sweep = sweep;
  }

  @Scheduled(
      identity = "sweep",
      every = "{reclaim.rules.sweep-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    sweep
        .sweep(Cause.NONE)
        .filter(counts -> counts.found() + counts.withdrawn() > 0)
        .ifPresent(
            counts ->
                LOG.infof(
                    "judged %d seats: %d found, %d withdrawn",
                    counts.judged(), counts.found(), counts.withdrawn()));
  }
}
