package dev.reclaim.usage;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.SignalEvent.SourceHealth.Sees;
import dev.reclaim.events.SourceName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one source has reported so far.
 *
 * @param lastRecordAt its newest record, whatever it is about
 * @param days the first record of each day that has one
 * @param begins its first record about each application
 */
public record SourceSight(
    SourceName source,
    Instant lastRecordAt,
    SortedMap<LocalDate, Instant> days,
    Map<ApplicationId, Begin> begins) {

  /**
   * What it told of one application.
   *
   * @param firstAt its first record
   * @param sees activity as long as every record had a length
   */
  public record Begin(Instant firstAt, Sees sees) {}

  public SourceSight {
    days = new TreeMap<>(days);
    begins = Map.copyOf(begins);
  }
}
