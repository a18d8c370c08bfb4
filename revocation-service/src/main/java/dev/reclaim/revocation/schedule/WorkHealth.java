package dev.reclaim.revocation.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that the worker gets on; if it does not, it says why. */
@Readiness
@ApplicationScoped
public class WorkHealth implements HealthCheck {

  private final Works works;

  WorkHealth(Works works) {
    this.works = works;
  }

  @Override
  public HealthCheckResponse call() {
    String trouble = works.trouble();
    return HealthCheckResponse.named(works.name())
        .status(trouble.isEmpty())
        .withData("state", trouble.isEmpty() ? "running" : trouble)
        .build();
  }
}
