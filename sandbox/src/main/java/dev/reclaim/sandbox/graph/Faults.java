package dev.reclaim.sandbox.graph;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The misbehaviour that is still to come. */
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

  /** One of that kind, used up by asking. */
  synchronized Optional<Fault> take(Fault.Kind kind) {
    Fault fault = waiting.remove(kind);
    if (fault != null && fault.times() > 1) {
      waiting.put(kind, new Fault(kind, fault.times() - 1, fault.lasting()));
    }
    return Optional.ofNullable(fault);
  }
}
