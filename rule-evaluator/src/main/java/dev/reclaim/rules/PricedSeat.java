package dev.reclaim.rules;

import dev.reclaim.events.Money;
import dev.reclaim.events.SeatRef;
import java.util.Optional;

/**
 * A seat that a rule would take back.
 *
 * @param savingPerMonth what that saves, where it is known
 */
public record PricedSeat(SeatRef seat, Optional<Money> savingPerMonth) {}
