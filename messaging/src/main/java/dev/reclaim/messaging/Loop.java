package dev.reclaim.messaging;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * Work that goes round until it is stopped, on one thread of its own. A round that fails is tried
 * again, a little later each time, for as long as it takes: brokers and databases come back.
 */
public abstract class Loop implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Loop.class);
  private static final Duration FIRST_WAIT = Duration.ofMillis(200);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(8);

  /** Silent for this long, a loop counts as stuck. */
  private static final Duration STUCK_AFTER = Duration.ofSeconds(60);

  private final String name;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wake = lock.newCondition();
  private final AtomicLong lastSeen = new AtomicLong();
  private volatile boolean running;
  private volatile String trouble = "";
  private volatile Thread thread;

  protected Loop(String name) {
    this.name = name;
  }

  /** One round; may itself go on for as long as {@link #running()}. */
  protected abstract void round() throws Exception;

  /** Called once when the loop ends, on its own thread. */
  protected void finish() {}

  /** Called from another thread when the loop shall end; wakes whatever it waits for. */
  protected void interruptWork() {}

  public final String name() {
    return name;
  }

  public final void start() {
    running = true;
    alive();
    thread = Thread.ofPlatform().name(name).daemon(true).start(this::run);
  }

  protected final boolean running() {
    return running;
  }

  /** Tells that the loop gets on. */
  protected final void alive() {
    lastSeen.set(System.nanoTime());
    trouble = "";
  }

  /** Why the loop does not get on, as a sentence; empty when it does. */
  public final String trouble() {
    Duration silent = Duration.ofNanos(System.nanoTime() - lastSeen.get());
    if (!trouble.isEmpty()) {
      return trouble;
    }
    return silent.compareTo(STUCK_AFTER) > 0
        ? "no sign of life for " + silent.toSeconds() + " s"
        : "";
  }

  /** Waits, unless the loop is stopped meanwhile. */
  protected final void pause(Duration length) throws InterruptedException {
    lock.lock();
    try {
      if (running) {
        long left = length.toNanos();
        while (running && left > 0) {
          left = wake.awaitNanos(left);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    Duration wait = FIRST_WAIT;
    while (running) {
      long started = System.nanoTime();
      try {
        round();
        wait = FIRST_WAIT;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      } catch (Exception e) {
        if (!running) {
          break;
        }
        if (Duration.ofNanos(System.nanoTime() - started).compareTo(LONGEST_WAIT) > 0) {
          wait = FIRST_WAIT;
        }
        trouble = e.getClass().getSimpleName() + ": " + e.getMessage();
        LOG.warnf("%s tries again in about %d ms: %s", name, wait.toMillis(), trouble);
        LOG.debug(name, e);
        wait = rest(wait);
      }
    }
    finish();
  }

  private Duration rest(Duration wait) {
    try {
      long half = wait.toMillis() / 2;
      pause(Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(half + 1)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
    Duration doubled = wait.multipliedBy(2);
    return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
  }

  @Override
  public final void close() {
    lock.lock();
    try {
      running = false;
      wake.signalAll();
    } finally {
      lock.unlock();
    }
    interruptWork();
    Thread worker = thread;
    if (worker == null) {
      return;
    }
    try {
      if (!worker.join(STOP_WITHIN)) {
        LOG.warnf("%s did not stop within %d s", name, STOP_WITHIN.toSeconds());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
