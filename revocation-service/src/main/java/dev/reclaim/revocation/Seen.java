package dev.reclaim.revocation;

import dev.reclaim.connectors.CaptureOutcome;
import java.util.Optional;

/**
 * What was seen outside right before a step.
 *
 * @param about for which step
 * @param place where; empty if the account was not found, and then {@code look} says why
 * @param earlier the attempt to save the earlier state; made when there is something to take
 */
public record Seen(
    Verdict.GoOn about, Optional<Place> place, Look look, Optional<CaptureOutcome> earlier) {}
