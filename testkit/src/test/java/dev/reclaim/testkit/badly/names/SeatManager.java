package dev.reclaim.testkit.badly.names;

/** Called after its pattern. */
record SeatManager(String account) {}
