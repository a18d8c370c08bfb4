package dev.reclaim.revocation;

import dev.reclaim.revocation.CallLimits.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
   * Books the next moment at which a call may be made.
   *
   * @param latest how late it may be; if it would be later, nothing is booked
   */
  synchronized Optional<Instant> book(Instant now, Instant latest) {
    Instant slot = next(now);
    if (slot.isAfter(latest)) {
      return Optional.empty();
    }
    slots.forEach(
        (window, taken) -> {
          if (taken.size() == window.calls()) {
            taken.removeFirst();
          }
          taken.addLast(slot);
        });
    return Optional.of(slot);
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

  /** How many calls could be booked until then. */
  synchronized int free(Instant now, Instant latest) {
    if (next(now).isAfter(latest)) {
      return 0;
    }
    int free = Integer.MAX_VALUE;
    for (Map.Entry<Window, Deque<Instant>> one : slots.entrySet()) {
      Instant begins = latest.minus(one.getKey().within());
      long taken = one.getValue().stream().filter(slot -> slot.isAfter(begins)).count();
      free = Math.min(free, one.getKey().calls() - (int) taken);
    }
    return free;
  }

  /** The system asked to be left alone; what was booked before that moment counts no more. */
  synchronized void rest(Instant until) {
    restsUntil = until.isAfter(restsUntil) ? until : restsUntil;
  }

  /** Whether a booked moment has been overtaken by a wish to be left alone. */
  synchronized boolean overtaken(Instant slot) {
    return slot.isBefore(restsUntil);
  }

  synchronized Duration resting(Instant now) {
    return restsUntil.isAfter(now) ? Duration.between(now, restsUntil) : Duration.ZERO;
  }
}
