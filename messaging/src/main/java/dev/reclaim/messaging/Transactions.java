package dev.reclaim.messaging;

/** Runs work in a database transaction of its own; an exception undoes it. */
@FunctionalInterface
public interface Transactions {
  void run(Runnable work);
}
