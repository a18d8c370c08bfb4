package dev.reclaim.sandbox.graph;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * Graph's limit on writes of one application in one tenant: 3,000 in 150 s, or less for tests. Says
 * how full the window is from 80 % on, as {@code x-ms-throttle-limit-percentage}.
 */
final class Throttle {

  private static final double SAYS_FROM = 0.8;

  private final int writes;
  private final long window;
  private final Deque<Long> passed = new ArrayDeque<>();

  Throttle(int writes, Duration window) {
    this.writes = writes;
    this.window = window.toNanos();
  }

  /** Whether one more is let through; it counts only if it is. */
  synchronized boolean pass() {
    forgetOld();
    if (passed.size() >= writes) {
      return false;
    }
    passed.addLast(System.nanoTime());
    return true;
  }

  /** Whole seconds until one more would be let through. */
  synchronized long secondsLeft(long least) {
    long now = System.nanoTime();
    long left = passed.isEmpty() ? 0 : window - (now - passed.getFirst());
    return Math.max(least, Math.ceilDiv(left, 1_000_000_000L));
  }

  synchronized Reply mark(Reply reply) {
    double share = (double) passed.size() / writes;
    return share < SAYS_FROM
        ? reply
        : reply
            .with("x-ms-throttle-limit-percentage", String.format(Locale.ROOT, "%.2f", share))
            .with("x-ms-throttle-scope", "Application_Tenant");
  }

  private void forgetOld() {
    long now = System.nanoTime();
    while (!passed.isEmpty() && now - passed.getFirst() >= window) {
      passed.removeFirst();
    }
  }
}
