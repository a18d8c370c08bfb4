package dev.reclaim.rules.rest;

import dev.reclaim.rules.ChangePolicy;
import dev.reclaim.rules.PolicyVersion;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One version of a piece of policy.
 *
 * @param changed only after saving: whether this version is new
 */
public record PolicyAnswer(
    String kind,
    String name,
    int version,
    boolean retired,
    String changedBy,
    Instant changedAt,
    Optional<Boolean> changed,
    Map<String, Object> document) {

  static PolicyAnswer of(PolicyVersion version) {
    return of(version, Optional.empty());
  }

  static PolicyAnswer of(ChangePolicy.Outcome outcome) {
    return of(outcome.version(), Optional.of(outcome.changed()));
  }

  private static PolicyAnswer of(PolicyVersion version, Optional<Boolean> changed) {
    return new PolicyAnswer(
        version.id().kind().word(),
        version.id().name(),
        version.version(),
        version.retired(),
        version.by(),
        version.at(),
        changed,
        version.document().content());
  }
}
