package dev.reclaim.rules;

import java.util.function.Predicate;
import java.util.function.Supplier;

/** Runs work in a transaction of its own; an exception undoes it. */
public interface InTransaction {

  /** Keeps what the work did only if its outcome fits; otherwise nothing of it ever happened. */
  <T> T call(Supplier<T> work, Predicate<T> keep);

  default <T> T call(Supplier<T> work) {
    return call(work, done -> true);
  }
}
