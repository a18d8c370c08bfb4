package dev.reclaim.revocation;

import dev.reclaim.events.OperationId;
import dev.reclaim.events.RevocationEvent.Step;
import java.time.Instant;
import java.util.Optional;

/**
 * A step that is done, as far as the vendor or a person said.
 *
 * @param place where it was done, so that it can be looked at; empty where nobody but a person sees
 *     it
 * @param how what happened, as a sentence
 */
public record Taken(
    Step step, OperationId operation, Optional<Place> place, Instant at, String how) {}
