package dev.reclaim.revocation;

/**
 * How many revocations took their first step lately, and of how many seats.
 *
 * @param seatsOfHour seats known at some moment of the last hour
 * @param seatsOfDay seats known at some moment of the last day
 */
public record Pace(int lastHour, int lastDay, int seatsOfHour, int seatsOfDay) {}
