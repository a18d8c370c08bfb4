package dev.reclaim.testkit.badly.sender;

/** Its state is not written with what is said of it. */
public record Seat(String account) {}
