package dev.reclaim.audit.verify;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;

/** Reads a row of things in order, some of them ahead of time, so that nobody waits for the way. */
final class Ahead<T> implements AutoCloseable {

  private static final int DEPTH = 8;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Deque<Future<T>> asked = new ArrayDeque<>();
  private final LongFunction<T> read;
  private final long end;
  private long next;

  Ahead(long end, LongFunction<T> read) {
    this.end = end;
    this.read = read;
  }

  /** What comes next; to be called at most {@code end} times. */
  T next() {
    while (asked.size() < DEPTH && next < end) {
      long index = next++;
      asked.add(threads.submit(() -> read.apply(index)));
    }
    try {
      return asked.remove().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CannotCheck reason) {
        throw reason;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotCheck("The check was interrupted.", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
