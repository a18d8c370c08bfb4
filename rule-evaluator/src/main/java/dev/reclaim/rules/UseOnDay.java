package dev.reclaim.rules;

import dev.reclaim.events.SourceName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * Use of the seat's application on one UTC day.
 *
 * @param measured how long, as far as a source measured it
 * @param unmeasured opens whose length nobody measured
 */
public record UseOnDay(
    LocalDate day, Duration measured, int unmeasured, Instant last, Set<SourceName> sources) {

  public UseOnDay {
    sources = Set.copyOf(sources);
  }
}
