package dev.reclaim.rules;

import dev.reclaim.events.Evidence;
import dev.reclaim.events.SeatRef;

/** A seat with a rule's verdict and the evidence behind it. */
public record JudgedSeat(SeatRef seat, Verdict verdict, Evidence evidence) {}
