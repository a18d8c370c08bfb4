package dev.reclaim.sandbox.vendor;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The misbehaviour of one vendor that is still to come. */
public final class Faults {

  private final Map<Fault.Kind, Fault> waiting = new EnumMap<>(Fault.Kind.class);

  /** A later one of the same kind replaces the earlier. */
  public synchronized void add(Fault fault) {
    waiting.put(fault.kind(), fault);
  }

  public synchronized List<Fault> waiting() {
    return List.copyOf(waiting.values());
  }

  public synchronized void forget() {
    waiting.clear();
  }

  /** Whether one of that kind is due now; it comes nearer, or is used up, by asking. */
  synchronized Optional<Fault> take(Fault.Kind kind) {
    Fault fault = waiting.remove(kind);
    if (fault == null) {
      return Optional.empty();
    }
    if (fault.after() > 0) {
      waiting.put(kind, new Fault(kind, fault.after() - 1, fault.times(), fault.lasting()));
      return Optional.empty();
    }
    if (fault.times() > 1) {
      waiting.put(kind, new Fault(kind, 0, fault.times() - 1, fault.lasting()));
    }
    return Optional.of(fault);
  }
}
