package dev.reclaim.connectors.graph;

/** Who goes by a label. */
sealed interface PersonLook {

  record One(Person person) implements PersonLook {}

  record None() implements PersonLook {}

  record Many(int count) implements PersonLook {}
}
