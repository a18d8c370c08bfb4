package dev.reclaim.local.run;

import dev.reclaim.local.Living;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The end of the supervisor: once begun, no process starts any more. */
final class Stopping {
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private final CountDownLatch latch = new CountDownLatch(1);
  private final CompletableFuture<Void> future = new CompletableFuture<>();

  /** Waits for a start in progress, so that every started process is on record. */
  synchronized void begin() {
    latch.countDown();
    future.complete(null);
  }

  boolean begun() {
    return latch.getCount() == 0;
  }

  /** Waits that long; true as soon as the end has begun. */
  boolean within(Duration time) throws InterruptedException {
    return latch.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  void await() throws InterruptedException {
    latch.await();
  }

  /** Waits for whichever comes first. */
  void orEndOf(ProcessHandle process) throws InterruptedException {
    if (process.parent().filter(ProcessHandle.current()::equals).isPresent()) {
      CompletableFuture.anyOf(future, process.onExit()).join();
      return;
    }
    // Nothing tells about the end of a process that another supervisor started.
    boolean stop = begun();
    while (!stop && Living.is(process)) {
      stop = within(LOOK_EVERY);
    }
  }

  synchronized Optional<ProcessHandle> unlessBegun(Start start) throws IOException {
    return begun() ? Optional.empty() : Optional.of(start.start());
  }

  /** Starts a process and puts it on record. */
  @FunctionalInterface
  interface Start {
    ProcessHandle start() throws IOException;
  }
}
