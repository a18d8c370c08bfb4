package dev.reclaim.testkit.badly.edges;

/** What both edges know. */
public record Seat(String account) {}
