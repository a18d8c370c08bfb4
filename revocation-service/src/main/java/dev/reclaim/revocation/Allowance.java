package dev.reclaim.revocation;

import dev.reclaim.revocation.CallLimits.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often one system may be called: never more than a window allows, in whatever stretch of its
 * length, however the calls before were spread. So a pause brings no right to a burst.
 */
final class Allowance {

  private final Map<Window, Deque<Instant>> slots = new LinkedHashMap<>();
  private Instant restsUntil = Instant.MIN;

  Allowance(List<Window> windows) {
    windows.forEach(window -> slots.put(window, new ArrayDeque<>()));
  }

  /**
   * Counts a call that is made now.
   *
   * @return whether it may be made; if not, nothing is counted
   */
  synchronized boolean book(Instant now) {
    if (next(now).isAfter(now)) {
      return false;
    }
    slots.forEach(
        (window, taken) -> {
          if (taken.size() == window.calls()) {
            taken.removeFirst();
          }
          taken.addLast(now);
        });
    return true;
  }

  /** When a call could be made. */
  synchronized Instant next(Instant now) {
    Instant slot = restsUntil.isAfter(now) ? restsUntil : now;
    for (Map.Entry<Window, Deque<Instant>> one : slots.entrySet()) {
      if (one.getValue().size() == one.getKey().calls()) {
        Instant free = one.getValue().getFirst().plus(one.getKey().within());
        slot = free.isAfter(slot) ? free : slot;
      }
    }
    return slot;
  }

  /** How many calls could be made until then. */
  synchronized int free(Instant now, Instant latest) {
    Instant next = next(now);
    if (next.isAfter(latest)) {
      return 0;
    }
    long free = Integer.MAX_VALUE;
    for (Map.Entry<Window, Deque<Instant>> one : slots.entrySet()) {
      Window window = one.getKey();
      Instant begins = next.minus(window.within());
      long taken = one.getValue().stream().filter(slot -> slot.isAfter(begins)).count();
      long more = Duration.between(next, latest).dividedBy(window.within());
      free = Math.min(free, window.calls() * (1 + more) - taken);
    }
    return (int) Math.max(0, free);
  }

  /** The system asked to be left alone. */
  synchronized void rest(Instant until) {
    restsUntil = until.isAfter(restsUntil) ? until : restsUntil;
  }
}
