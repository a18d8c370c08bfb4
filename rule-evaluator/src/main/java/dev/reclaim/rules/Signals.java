package dev.reclaim.rules;

import dev.reclaim.events.SeatRef;
import dev.reclaim.events.SignalEvent;
import java.time.Instant;
import java.util.List;

/**
 * What was heard about use, people and seats. The outcome depends on what was heard, not on the
 * order or how often.
 */
public interface Signals {

  /** Of each holder, application and day the highest revision stays. */
  void usage(List<SignalEvent.UsageDay> days);

  /** The statement with the latest {@code asOf} stays; of two equal ones the one said later. */
  void holder(SignalEvent.HolderChanged changed, Instant saidAt);

  /** The latest sighting says how to find the seat; the first since it was last gone, its age. */
  void observed(SignalEvent.SeatObserved seen);

  void gone(SeatRef seat, Instant at);

  /** Its clock starts anew. */
  void restored(SeatRef seat, Instant at);

  /** The statement that was said last stays. */
  void health(SignalEvent.SourceHealth health, Instant saidAt);
}
