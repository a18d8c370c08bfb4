package dev.reclaim.consent.schedule;

import dev.reclaim.consent.CandidateDesk;
import dev.reclaim.consent.Candidates;
import dev.reclaim.consent.Input;
import dev.reclaim.consent.NameStandIn;
import dev.reclaim.events.CandidateId;
import dev.reclaim.messaging.Cause;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Tells candidates that something is due, each in a transaction of its own; and hands over to those
 * who stand in from now on.
 */
@Singleton
public class DeadlineClock {

  private static final Logger LOG = Logger.getLogger(DeadlineClock.class);
  private static final int BATCH = 200;

  private final Candidates candidates;
  private final CandidateDesk desk;
  private final NameStandIn standIns;
  private final InstantSource clock;
  private final Timer look;

  DeadlineClock(
      Candidates candidates,
      CandidateDesk desk,
      NameStandIn standIns,
      InstantSource clock,
      MeterRegistry metrics) {
    this.candidates = candidates;
    this.desk = desk;
    this.standIns = standIns;
    this.clock = clock;
    this.look =
        Timer.builder("reclaim.deadlines.look")
            .description("How long it takes to find the candidates that are due")
            .register(metrics);
  }

  @Scheduled(
      every = "{reclaim.consent.tick}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() {
    QuarkusTransaction.requiringNew().run(() -> standIns.handOver(clock.instant()));
    List<CandidateId> due = due();
    while (!due.isEmpty() && due.stream().filter(this::decide).count() == BATCH) {
      due = due();
    }
  }

  private List<CandidateId> due() {
    return look.record(() -> candidates.due(clock.instant(), BATCH));
  }

  /** One that fails must not keep the others waiting; it comes up again with the next tick. */
  private boolean decide(CandidateId candidate) {
    try {
      QuarkusTransaction.requiringNew()
          .run(() -> desk.take(candidate, new Input.DeadlinePassed(), Cause.NONE, clock.instant()));
      return true;
    } catch (RuntimeException e) {
      LOG.warnf(e, "The deadline of %s could not be decided yet", candidate);
      return false;
    }
  }
}
