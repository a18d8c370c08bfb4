package dev.reclaim.bench.revocation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** One vendor: who has given the seat back, what its limits say, and whether it answers at all. */
final class BenchVendor {

  private static final int HAS_SEAT = 200;
  private static final int HAS_NONE = 204;
  private static final int TOO_MANY = 429;
  private static final int DOWN = 503;

  /** Whoever was calling when somebody else was refused could not know. */
  private static final Duration ON_ITS_WAY = Duration.ofMillis(100);

  private final VendorLimits limits;
  private final Random random;
  private final Set<String> free = ConcurrentHashMap.newKeySet();
  private final Deque<Long> lately = new ArrayDeque<>();
  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong effects = new AtomicLong();
  private final AtomicLong repeats = new AtomicLong();
  private final AtomicLong refusedByLimit = new AtomicLong();
  private final AtomicLong refusedByChance = new AtomicLong();
  private final AtomicLong tooSoon = new AtomicLong();
  private long restsUntil;
  private long refusedAt;
  private volatile boolean down;
  private volatile long answersSince;
  private volatile long firstEffectSince;

  BenchVendor(VendorLimits limits, int seed) {
    this.limits = limits;
    this.random = new Random(seed);
  }

  /** From now on it answers nothing but 503, or as ever. */
  void setDown(boolean now) {
    down = now;
    answersSince = System.nanoTime();
    firstEffectSince = 0;
  }

  int look(String account) {
    calls.incrementAndGet();
    if (down) {
      return DOWN;
    }
    return free.contains(account) ? HAS_NONE : HAS_SEAT;
  }

  synchronized int free(String account) {
    calls.incrementAndGet();
    if (down) {
      return DOWN;
    }
    long now = System.nanoTime();
    if (now < restsUntil && now > refusedAt + ON_ITS_WAY.toNanos()) {
      tooSoon.incrementAndGet();
    }
    if (limits.changes() > 0 && !allowed(now)) {
      refusedByLimit.incrementAndGet();
      return refuse(now);
    }
    if (random.nextInt(100) < limits.percentRefused()) {
      refusedByChance.incrementAndGet();
      return refuse(now);
    }
    if (!free.add(account)) {
      repeats.incrementAndGet();
    }
    effects.incrementAndGet();
    if (firstEffectSince == 0) {
      firstEffectSince = now;
    }
    return HAS_NONE;
  }

  private int refuse(long now) {
    refusedAt = now;
    restsUntil = now + VendorLimits.RETRY_AFTER.toNanos();
    return TOO_MANY;
  }

  private boolean allowed(long now) {
    while (!lately.isEmpty() && now - lately.getFirst() >= VendorLimits.WINDOW.toNanos()) {
      lately.removeFirst();
    }
    if (lately.size() >= limits.changes()) {
      return false;
    }
    lately.addLast(now);
    return true;
  }

  long calls() {
    return calls.get();
  }

  long effects() {
    return effects.get();
  }

  /** Seats that were taken twice. */
  long repeats() {
    return repeats.get();
  }

  long refusedByLimit() {
    return refusedByLimit.get();
  }

  long refusedByChance() {
    return refusedByChance.get();
  }

  /** Changes that came before the time that a 429 had named. */
  long tooSoon() {
    return tooSoon.get();
  }

  /** How long after it came back it was asked to change something, in milliseconds. */
  long recoveredAfterMillis() {
    return firstEffectSince == 0 ? -1 : (firstEffectSince - answersSince) / 1_000_000;
  }
}
