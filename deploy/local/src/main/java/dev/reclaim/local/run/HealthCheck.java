package dev.reclaim.local.run;

/** Asks a component, over the network as its users do, whether it is ready. */
@FunctionalInterface
public interface HealthCheck {
  /** Answers within two seconds or so; every failure is a no. */
  boolean healthy();
}
