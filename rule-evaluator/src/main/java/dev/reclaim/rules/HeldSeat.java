package dev.reclaim.rules;

import dev.reclaim.events.SeatRef;
import java.time.Instant;
import java.util.Optional;

/**
 * A seat, since when its holder has it, and on which terms.
 *
 * @param terms empty when nobody defined the application
 * @param lastKept when the holder last answered Keep for it
 */
public record HeldSeat(
    SeatRef ref, Tenure tenure, Optional<SeatTerms> terms, Optional<Instant> lastKept) {}
