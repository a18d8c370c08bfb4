package dev.reclaim.messaging;

import dev.reclaim.events.Event;

/** An event, and what it follows from. */
public record Told(Event event, Cause cause) {}
