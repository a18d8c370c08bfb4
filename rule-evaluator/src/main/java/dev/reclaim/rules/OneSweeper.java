package dev.reclaim.rules;

import java.util.Optional;
import java.util.function.Supplier;

/** Sees to it that only one sweep goes on at a time, over all instances. */
public interface OneSweeper {

  /** Does the work, or answers empty when a sweep goes on elsewhere. */
  <T> Optional<T> ifFree(Supplier<T> work);
}
