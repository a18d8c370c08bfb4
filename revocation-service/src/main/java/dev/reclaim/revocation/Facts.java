package dev.reclaim.revocation;

import java.util.Optional;

/**
 * What is known here and now about one revocation.
 *
 * @param calledOff why the approval no longer stands
 */
public record Facts(
    Optional<String> calledOff,
    AboutHolder holder,
    Optional<KnownApplication> application,
    Readings readings) {}
