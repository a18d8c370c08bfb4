package dev.reclaim.rules;

import dev.reclaim.events.SourceName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Use of the seat's application on one UTC day.
 *
 * @param measured how long, as far as a source measured it
 * @param features what was used of it; empty when one of the opens did not say
 */
public record UseOnDay(
    LocalDate day,
    Duration measured,
    Opens opens,
    Instant last,
    Set<SourceName> sources,
    Optional<Set<String>> features) {

  public UseOnDay {
    sources = Set.copyOf(sources);
    features = features.map(Set::copyOf);
  }

  /**
   * How often it was opened.
   *
   * @param unmeasured how many of these have no measured length
   */
  public record Opens(int all, int unmeasured) {}
}
