package dev.reclaim.messaging;

import dev.reclaim.events.Event;
import java.util.List;

/** Where a service puts what it has to say, in the transaction in which it becomes true. */
public interface Outbox {

  /**
   * Adds events, in this order. Must be called inside a transaction; if that rolls back, nothing
   * was said.
   *
   * @param cause what they follow from
   */
  void add(List<? extends Event> events, Cause cause);

  /** As {@link #add(List, Cause)}, for events that follow from different things. */
  default void addAll(List<Told> events) {
    events.forEach(one -> add(List.of(one.event()), one.cause()));
  }

  default void add(Event event, Cause cause) {
    add(List.of(event), cause);
  }
}
