package dev.reclaim.connectors.graph;

/** How giving back a seat ended. */
sealed interface GivenBack {

  record Yes(String what) implements GivenBack {}

  /** The seat is no longer to be had. */
  record No(String why) implements GivenBack {}
}
