package dev.reclaim.rules;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A window as it lies for one holder.
 *
 * @param start where it begins; sources must cover everything since then
 * @param firstDay the first UTC day whose use counts: the one in which the holder's own day began
 * @param words as people say it: {@code the last 90 days}
 */
public record Span(Instant start, LocalDate firstDay, String words) {}
