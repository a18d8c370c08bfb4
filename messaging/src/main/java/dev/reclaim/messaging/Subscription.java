package dev.reclaim.messaging;

import dev.reclaim.events.Topic;

/** A service's interest in one topic. */
public record Subscription(Topic topic, Handler handler) {}
