package dev.reclaim.connectors.ldap;

/** Whom a label names. */
sealed interface PersonLook {

  /** Exactly one. */
  record One(Person person) implements PersonLook {}

  /** No one. */
  record None() implements PersonLook {}

  /** Several, so it names no one. */
  record Many(int count) implements PersonLook {}
}
