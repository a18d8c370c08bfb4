package dev.reclaim.revocation;

import java.time.Instant;
import java.util.Optional;

/**
 * A brake that holds one revocation now.
 *
 * @param until when it may have ended by itself; empty when an event or a person ends it
 */
record Stop(Brake brake, Optional<Instant> until) {

  static Stop untilSomebodyActs(String id, String why) {
    return new Stop(new Brake(id, why), Optional.empty());
  }
}
