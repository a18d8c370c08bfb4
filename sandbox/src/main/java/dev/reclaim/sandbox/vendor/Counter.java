package dev.reclaim.sandbox.vendor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Lets so many requests through in any window of that length. */
public final class Counter {

  private final int most;
  private final long window;
  private final Deque<Long> passed = new ArrayDeque<>();

  public Counter(int most, Duration window) {
    this.most = most;
    this.window = window.toNanos();
  }

  /** Whether one more is let through; it counts only if it is. */
  public synchronized boolean pass() {
    long now = System.nanoTime();
    while (!passed.isEmpty() && now - passed.getFirst() >= window) {
      passed.removeFirst();
    }
    if (passed.size() >= most) {
      return false;
    }
    passed.addLast(now);
    return true;
  }
}
