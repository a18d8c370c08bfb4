package dev.reclaim.revocation;

import dev.reclaim.events.OperationId;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.RevocationEvent.Step;
import java.time.Instant;

/**
 * A step that is done, as far as the vendor answered.
 *
 * @param source where it was done; the policy may name another one by now
 * @param how what happened, as a sentence
 */
public record Taken(Step step, OperationId operation, SeatSource source, Instant at, String how) {}
