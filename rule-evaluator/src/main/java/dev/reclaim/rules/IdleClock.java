package dev.reclaim.rules;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The clock by which a holder is idle: it stands still during leave, and runs slower for those who
 * work fewer days.
 *
 * @param zone where the holder's days begin and end
 * @param workingDays empty when nobody says; then a whole week is worked
 * @param leaves the newest first
 */
public record IdleClock(ZoneId zone, Set<DayOfWeek> workingDays, List<Leave> leaves) {

  /** The clock of a holder of whom nothing is known. */
  public static final IdleClock PLAIN = new IdleClock(ZoneOffset.UTC, Set.of(), List.of());

  private static final int FULL_WEEK = 5;

  public IdleClock {
    workingDays = Set.copyOf(workingDays);
    leaves = Leave.joined(leaves).reversed();
  }

  /**
   * Where a window begins that ends at a moment. Its length is stretched by the days that a
   * part-timer does not work (five days are a full week), and every leave that it meets is added
   * whole, so that as much time at work lies inside as for anybody else.
   *
   * <p>As one sum, for sets: with the leaves from the newest to the oldest, a leave counts when it
   * ends after {@code end - stretched - lengths of the newer ones}.
   */
  public Span back(Instant end, Window window) {
    Duration stretched = stretched(window.length());
    Duration away = Duration.ZERO;
    Duration newer = Duration.ZERO;
    for (Leave leave : leaves) {
      if (leave.from().isBefore(end)) {
        Instant until = leave.until().isBefore(end) ? leave.until() : end;
        Duration length = Duration.between(leave.from(), until);
        if (until.isAfter(end.minus(stretched).minus(newer))) {
          away = away.plus(length);
        }
        newer = newer.plus(length);
      }
    }
    Instant start = end.minus(stretched).minus(away);
    boolean plain = start.equals(window.before(end));
    return new Span(
        start,
        firstDay(start),
        plain
            ? "the last " + window
            : "the last %s at work, which is since %s".formatted(window, day(start)));
  }

  /** The leave that a moment lies in. */
  Optional<Leave> leaveAt(Instant moment) {
    return leaves.stream()
        .filter(leave -> !leave.from().isAfter(moment) && leave.until().isAfter(moment))
        .findFirst();
  }

  /** The UTC day in which the holder's day began to which a moment belongs. */
  LocalDate firstDay(Instant moment) {
    Instant dayBegan = day(moment).atStartOfDay(zone).toInstant();
    return LocalDate.ofInstant(dayBegan, ZoneOffset.UTC);
  }

  /** The holder's day at a moment. */
  public LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }

  private Duration stretched(Duration length) {
    int days = workingDays.size();
    if (days == 0 || days >= FULL_WEEK) {
      return length;
    }
    return Duration.ofSeconds(Math.ceilDiv(length.toSeconds() * FULL_WEEK, days));
  }
}
