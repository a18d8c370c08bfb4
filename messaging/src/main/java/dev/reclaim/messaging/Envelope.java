package dev.reclaim.messaging;

import dev.reclaim.events.Event;
import java.time.Instant;
import java.util.Optional;

/**
 * An event on its way, with its CloudEvents attributes.
 *
 * @param id unique together with {@code source}; the pair recognises a repeat
 * @param source who says it: a service's name, or whatever an outside sender calls itself
 * @param time when it happened, in the sender's clock
 * @param cause what made the sender say it
 */
public record Envelope<E extends Event>(
    String id, String source, Instant time, Cause cause, E event) {

  /** What follows from this event names it as its cause, and stays in its trace. */
  public Cause asCause() {
    return new Cause(Optional.of(id), cause.traceparent());
  }
}
