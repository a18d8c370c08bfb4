package dev.reclaim.messaging.quarkus;

import dev.reclaim.messaging.Loop;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that every loop of this service gets on; if one does not, it says why. */
@Readiness
@ApplicationScoped
public class MessagingHealth implements HealthCheck {

  private final MessagingWiring messaging;

  MessagingHealth(MessagingWiring messaging) {
    this.messaging = messaging;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder health = HealthCheckResponse.named("messaging").up();
    for (Loop loop : messaging.loops()) {
      String trouble = loop.trouble();
      health.withData(loop.name(), trouble.isEmpty() ? "running" : trouble);
      if (!trouble.isEmpty()) {
        health.down();
      }
    }
    return health.build();
  }
}
