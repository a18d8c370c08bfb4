package dev.reclaim.rules;

import dev.reclaim.events.SeatRef;

/** A seat, and since when its holder has it. */
public record HeldSeat(SeatRef ref, Tenure tenure) {}
