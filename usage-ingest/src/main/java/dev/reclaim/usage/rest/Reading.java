package dev.reclaim.usage.rest;

import dev.reclaim.events.InboxEvent;
import dev.reclaim.messaging.Envelope;
import java.util.Optional;

/** What one event of a request turned out to be. */
sealed interface Reading {

  /** Fit for the inbox. */
  record Sound(Envelope<InboxEvent> envelope) implements Reading {}

  /** More than the broker takes. */
  record TooLarge(Optional<String> id, int most) implements Reading {

    Refused refused() {
      return new Refused(id, "data", "is larger than " + most + " bytes");
    }
  }

  /** Not taken, and why. */
  record Refused(Optional<String> id, String field, String reason) implements Reading {

    /** Takes a message that begins with {@code field: }. */
    static Refused because(Optional<String> id, String message) {
      int colon = message.indexOf(": ");
      return colon > 0
          ? new Refused(id, message.substring(0, colon), message.substring(colon + 2))
          : new Refused(id, "data", message);
    }
  }
}
