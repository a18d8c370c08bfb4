package dev.reclaim.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the holder apart from the seat's application.
 *
 * @param lastUse the last use of anything else
 * @param coverage the sources that report on anything else
 * @param rivals seats of the same suite or purpose
 */
public record Presence(Optional<Instant> lastUse, List<Coverage> coverage, List<Rival> rivals) {

  public Presence {
    coverage = List.copyOf(coverage);
    rivals = List.copyOf(rivals);
  }
}
