package dev.reclaim.outgoing;

/** Sends one request and waits for the answer, never longer than its time-out. */
@FunctionalInterface
public interface Sends extends AutoCloseable {

  /** Never repeats, never follows a redirect, and answers with a value for everything. */
  Reply send(Call call);

  @Override
  default void close() {}
}
