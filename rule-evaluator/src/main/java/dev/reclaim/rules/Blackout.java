package dev.reclaim.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Days on which a rule proposes nothing.
 *
 * @param from the first of them
 * @param through the last of them
 * @param zone where the days begin and end
 */
public record Blackout(LocalDate from, LocalDate through, ZoneId zone) {

  public Blackout {
    if (through.isBefore(from)) {
      throw new IllegalArgumentException("through: lies before " + from);
    }
  }

  public boolean covers(Instant moment) {
    LocalDate day = LocalDate.ofInstant(moment, zone);
    return !day.isBefore(from) && !day.isAfter(through);
  }
}
