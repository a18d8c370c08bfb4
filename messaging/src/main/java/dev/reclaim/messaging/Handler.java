package dev.reclaim.messaging;

import dev.reclaim.events.Event;
import java.util.List;

/** What a service does with the events of one topic. */
@FunctionalInterface
public interface Handler {

  /**
   * Handles events that this service has not handled before, in the order of their partition,
   * inside the transaction that remembers them. An exception undoes all of it; the events are then
   * handed over again one at a time, and those that fail alone become dead letters.
   */
  void handle(List<Envelope<Event>> fresh);
}
