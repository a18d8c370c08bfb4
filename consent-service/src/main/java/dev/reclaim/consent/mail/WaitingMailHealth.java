package dev.reclaim.consent.mail;

import dev.reclaim.consent.MailQueue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * How many questions wait for the mail server. The service stays ready while it is away: nothing is
 * lost, and everything else goes on.
 */
@Readiness
@Singleton
public class WaitingMailHealth implements HealthCheck {

  private final MailQueue queue;

  WaitingMailHealth(MailQueue queue, MeterRegistry metrics) {
    this.queue = queue;
    Gauge.builder("reclaim.prompts.waiting", () -> queue.waiting().count())
        .description("Questions that no mail server has taken yet")
        .register(metrics);
  }

  @Override
  public HealthCheckResponse call() {
    MailQueue.Waiting waiting = queue.waiting();
    HealthCheckResponseBuilder health =
        HealthCheckResponse.named("mail").up().withData("waiting", waiting.count());
    waiting.oldest().ifPresent(oldest -> health.withData("oldest", oldest.toString()));
    waiting.trouble().ifPresent(trouble -> health.withData("trouble", trouble));
    return health.build();
  }
}
