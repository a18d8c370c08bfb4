package dev.reclaim.rules;

import java.util.function.Predicate;
import java.util.function.Supplier;

/** A transaction of its own whose work can be taken back; an exception undoes it as well. */
public interface TriesOut {

  /** Keeps what the work did only if its outcome fits; otherwise nothing of it ever happened. */
  <T> T call(Supplier<T> work, Predicate<T> keep);
}
