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
 * length, however the calls before were spread. So a pause brings no right to a burst. The system
 * counts a call at some moment between its beginning and its answer, and nobody knows at which; so
 * a call counts from its beginning until the window has passed since its answer.
 */
final class Allowance {

  private final Map<Window, Deque<Instant>> answered = new LinkedHashMap<>();
  private int underWay;
  private Instant restsUntil = Instant.MIN;

  Allowance(List<Window> windows) {
    windows.forEach(window -> answered.put(window, new ArrayDeque<>()));
  }

  /**
   * Begins a call; {@link #end} must follow.
   *
   * @return whether it may be made; if not, nothing is counted
   */
  synchronized boolean begin(Instant now) {
    if (next(now).isAfter(now)) {
      return false;
    }
    underWay++;
    return true;
  }

  /** A call was answered, or given up. */
  synchronized void end(Instant now) {
    underWay--;
    answered.values().forEach(moments -> moments.addLast(now));
  }

  /** When a call could be made at the earliest. */
  synchronized Instant next(Instant now) {
    Instant next = restsUntil.isAfter(now) ? restsUntil : now;
    for (Map.Entry<Window, Deque<Instant>> one : answered.entrySet()) {
      Instant free = free(one.getKey(), one.getValue(), now);
      next = free.isAfter(next) ? free : next;
    }
    return next;
  }

  private Instant free(Window window, Deque<Instant> moments, Instant now) {
    forget(window, moments, now);
    int tooMany = underWay + moments.size() - window.calls() + 1;
    if (tooMany <= 0) {
      return now;
    }
    // Those under way are answered now at the earliest.
    return moments.stream().skip(tooMany - 1L).findFirst().orElse(now).plus(window.within());
  }

  private static void forget(Window window, Deque<Instant> moments, Instant now) {
    Instant begins = now.minus(window.within());
    while (!moments.isEmpty() && !moments.getFirst().isAfter(begins)) {
      moments.removeFirst();
    }
  }

  /** How many calls could be made until then. */
  synchronized int free(Instant now, Instant latest) {
    Instant next = next(now);
    if (next.isAfter(latest)) {
      return 0;
    }
    long free = Integer.MAX_VALUE;
    for (Map.Entry<Window, Deque<Instant>> one : answered.entrySet()) {
      Window window = one.getKey();
      Instant begins = next.minus(window.within());
      long taken = one.getValue().stream().filter(moment -> moment.isAfter(begins)).count();
      long more = Duration.between(next, latest).dividedBy(window.within());
      free = Math.min(free, window.calls() * (1 + more) - taken - underWay);
    }
    return (int) Math.max(0, free);
  }

  /** The system asked to be left alone. */
  synchronized void rest(Instant until) {
    restsUntil = until.isAfter(restsUntil) ? until : restsUntil;
  }
}
