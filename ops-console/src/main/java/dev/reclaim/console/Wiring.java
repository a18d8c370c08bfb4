package dev.reclaim.console;

import dev.reclaim.events.Topic;
import dev.reclaim.messaging.Subscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Joins what the console is with what it runs on. */
@ApplicationScoped
class Wiring {

  @Produces
  @Singleton
  Follow follow(Remembers memory) {
    return new Follow(memory);
  }

  @Produces
  @Singleton
  Subscription candidates(Follow follow) {
    return new Subscription(Topic.CANDIDATES, follow::hear);
  }

  @Produces
  @Singleton
  Subscription consent(Follow follow) {
    return new Subscription(Topic.CONSENT, follow::hear);
  }

  @Produces
  @Singleton
  Subscription revocations(Follow follow) {
    return new Subscription(Topic.REVOCATIONS, follow::hear);
  }

  @Produces
  @Singleton
  Subscription policy(Follow follow) {
    return new Subscription(Topic.POLICY, follow::hear);
  }

  @Produces
  @Singleton
  Subscription signals(Follow follow) {
    return new Subscription(Topic.SIGNALS, follow::hear);
  }
}
