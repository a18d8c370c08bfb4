package dev.reclaim.testkit.badly.edges.rest;

import dev.reclaim.testkit.badly.edges.Seat;

/** An edge that knows the root alone. */
public record SeatPage(Seat seat) {}
