package dev.reclaim.sandbox.directory;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The misbehaviour that is still to come. */
public final class Faults {

  private final Map<Fault.Kind, Fault> waiting = new EnumMap<>(Fault.Kind.class);
  private Snapshot stale;
  private long staleUntil;

  /** A later one of the same kind replaces the earlier. */
  public synchronized void add(Fault fault) {
    waiting.put(fault.kind(), fault);
  }

  public synchronized List<Fault> waiting() {
    return List.copyOf(waiting.values());
  }

  public synchronized void forget() {
    waiting.clear();
    stale = null;
  }

  /** Whether one of that kind is due now; it is used up by asking. */
  synchronized Optional<Fault> take(Fault.Kind kind) {
    Fault fault = waiting.remove(kind);
    if (fault != null && fault.times() > 1) {
      waiting.put(kind, new Fault(kind, fault.times() - 1, fault.lasting()));
    }
    return Optional.ofNullable(fault);
  }

  synchronized void showOld(Snapshot old, Duration lasting) {
    stale = old;
    staleUntil = System.nanoTime() + lasting.toNanos();
  }

  /** The state that readers see: the newest, or for a while an old one. */
  synchronized Snapshot seen(Snapshot newest) {
    return stale != null && System.nanoTime() - staleUntil < 0 ? stale : newest;
  }
}
