package dev.reclaim.connectors.declarative;

/** Whom a look for an account found. */
sealed interface Person {

  /**
   * Exactly one.
   *
   * @param scope knows it as {@code user}, and what else was read
   */
  record One(Scope scope, String id, String name, boolean enabled) implements Person {}

  record None() implements Person {}

  record Many(int count) implements Person {}
}
