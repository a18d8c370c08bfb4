package dev.reclaim.rules;

import java.util.function.Supplier;

/** Runs work in a transaction of its own; an exception undoes it. */
public interface InTransaction {
  <T> T call(Supplier<T> work);
}
