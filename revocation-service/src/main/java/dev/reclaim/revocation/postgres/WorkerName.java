package dev.reclaim.revocation.postgres;

import java.time.Duration;

/**
 * Who claims work.
 *
 * @param name of this instance, the same after a restart, and no other instance's
 * @param leaseLength longer than the longest call to an outside system
 */
public record WorkerName(String name, Duration leaseLength) {

  public WorkerName {
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("reclaim.revocation.worker: is missing");
    }
    if (leaseLength.isNegative() || leaseLength.isZero()) {
      throw new IllegalArgumentException("reclaim.revocation.lease: must be longer than nothing");
    }
  }
}
