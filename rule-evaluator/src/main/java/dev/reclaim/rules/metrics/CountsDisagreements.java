package dev.reclaim.rules.metrics;

import dev.reclaim.events.RuleName;
import dev.reclaim.events.SeatId;
import dev.reclaim.rules.NoticesDisagreement;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Logs every disagreement as an error and counts it as {@code reclaim.rules.disagreements}. */
public final class CountsDisagreements implements NoticesDisagreement {

  private static final Logger LOG = Logger.getLogger(CountsDisagreements.class);

  private final MeterRegistry meters;

  public CountsDisagreements(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void notice(SeatId seat, RuleName rule, Instant asOf) {
    meters.counter("reclaim.rules.disagreements").increment();
    LOG.errorf(
        "the statement of rule %s finds seat %s as of %s, the judge does not: it is not proposed",
        rule, seat, asOf);
  }
}
