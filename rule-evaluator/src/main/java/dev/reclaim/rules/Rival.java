package dev.reclaim.rules;

import dev.reclaim.events.SeatRef;

/**
 * Another seat of the same holder, of an application of the same suite or purpose.
 *
 * @param title what its application is called
 * @param shared what both have in common, as in {@code the suite office}
 */
public record Rival(SeatRef seat, String title, String shared, Use use) {}
