package dev.reclaim.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the holder apart from the seat's application.
 *
 * @param lastUse the last use of anything else
 * @param coverage the sources that report on anything else
 */
public record Presence(Optional<Instant> lastUse, List<Coverage> coverage) {

  public Presence {
    coverage = List.copyOf(coverage);
  }
}
