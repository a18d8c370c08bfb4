package dev.reclaim.sandbox.graph;

import java.time.Instant;

/**
 * One entry of the sign-in log.
 *
 * @param error 0 for a success, as in {@code status.errorCode}
 */
record SignIn(
    String id, String userId, String principalName, String appId, Instant at, int error) {}
