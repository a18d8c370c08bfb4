package dev.reclaim.revocation;

import java.util.Optional;

/**
 * How many seats may be taken within a sliding hour and day.
 *
 * @param warnPercent of the known seats; only shown
 * @param stopPercent of the known seats; one more is held
 * @param smallBelow with fewer known seats than this, the small limits hold instead of a share
 * @param mostPerHour in any case; empty for no such limit
 * @param mostPerDay in any case; empty for no such limit
 */
public record Limits(
    int warnPercent,
    int stopPercent,
    int smallBelow,
    int smallPerHour,
    int smallPerDay,
    Optional<Integer> mostPerHour,
    Optional<Integer> mostPerDay) {

  public static final Limits DEFAULT =
      new Limits(10, 20, 100, 10, 20, Optional.empty(), Optional.empty());

  public Limits {
    if (stopPercent < 1 || stopPercent > 100) {
      throw new IllegalArgumentException(
          "reclaim.revocation.limits.stop-percent: is not between 1 and 100");
    }
    if (warnPercent < 1 || warnPercent > stopPercent) {
      throw new IllegalArgumentException(
          "reclaim.revocation.limits.warn-percent: is not between 1 and the stop percentage");
    }
    if (smallPerHour < 0 || smallPerDay < 0 || smallBelow < 0) {
      throw new IllegalArgumentException("reclaim.revocation.limits.small: is negative");
    }
  }

  /** Why one more is too many, as a sentence; empty if it is not. */
  public Optional<String> stops(Pace pace) {
    return tooMany(pace.lastHour(), perHour(pace, stopPercent), "an hour", pace.seatsOfHour())
        .or(() -> tooMany(pace.lastDay(), perDay(pace, stopPercent), "a day", pace.seatsOfDay()));
  }

  /** Whether the share that calls for attention is passed. */
  public boolean warns(Pace pace) {
    return pace.lastHour() > perHour(pace, warnPercent)
        || pace.lastDay() > perDay(pace, warnPercent);
  }

  /** How many may be taken in an hour. */
  public int perHour(Pace pace) {
    return perHour(pace, stopPercent);
  }

  /** How many may be taken in a day. */
  public int perDay(Pace pace) {
    return perDay(pace, stopPercent);
  }

  private int perHour(Pace pace, int percent) {
    return most(pace.seatsOfHour(), percent, smallPerHour, mostPerHour);
  }

  private int perDay(Pace pace, int percent) {
    return most(pace.seatsOfDay(), percent, smallPerDay, mostPerDay);
  }

  private int most(int seats, int percent, int small, Optional<Integer> most) {
    int allowed =
        seats < smallBelow
            ? Math.ceilDiv(small * percent, stopPercent)
            : (int) ((long) seats * percent / 100);
    return Math.min(allowed, most.orElse(Integer.MAX_VALUE));
  }

  private static Optional<String> tooMany(int taken, int allowed, String window, int seats) {
    return taken + 1 > allowed
        ? Optional.of(
            "%d of %d known seats were taken within %s; the limit is %d"
                .formatted(taken, seats, window, allowed))
        : Optional.empty();
  }
}
