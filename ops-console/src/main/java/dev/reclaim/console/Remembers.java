package dev.reclaim.console;

import dev.reclaim.events.Holder;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.SignalEvent.SourceHealth;
import java.time.Instant;
import java.util.List;

/**
 * Keeps what the pages show. All of it is called inside a transaction, and may be repeated or come
 * in any order.
 */
public interface Remembers {

  /** Adds those that are not kept yet, and writes anew where their candidates stand. */
  void transitions(List<Transition> transitions);

  /** Unless a later statement about this holder is known. */
  void holder(Holder profile);

  /** Unless a later version is known. */
  void application(ApplicationDefined application);

  /** Unless a later report is known. */
  void source(SourceHealth health, Instant reportedAt);
}
