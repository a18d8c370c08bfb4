package dev.reclaim.revocation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When anything may be taken.
 *
 * @param from the first moment of a working day
 * @param until the first moment after it; equal to {@code from} for the whole day
 * @param blackouts days on which nothing is taken
 */
public record WorkingHours(
    ZoneId zone, Set<DayOfWeek> days, LocalTime from, LocalTime until, List<Blackout> blackouts) {

  /** Every day, around the clock. */
  public static final WorkingHours ALWAYS =
      new WorkingHours(
          ZoneId.of("UTC"),
          Set.of(DayOfWeek.values()),
          LocalTime.MIDNIGHT,
          LocalTime.MIDNIGHT,
          List.of());

  private static final int LONGEST_WAIT_DAYS = 400;

  /** The first and the last day on which nothing is taken. */
  public record Blackout(LocalDate first, LocalDate last) {

    public Blackout {
      if (last.isBefore(first)) {
        throw new IllegalArgumentException(
            "reclaim.revocation.hours.blackouts: %s is before %s".formatted(last, first));
      }
    }

    /** Reads {@code 2026-12-24/2027-01-02}, or one day. */
    public static Blackout parse(String text) {
      String[] days = text.strip().split("/", -1);
      return new Blackout(LocalDate.parse(days[0]), LocalDate.parse(days[days.length - 1]));
    }

    boolean holds(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }
  }

  /** Nothing may be taken now. */
  record Closed(String why, Instant until) {}

  public WorkingHours {
    days = Set.copyOf(days);
    blackouts = List.copyOf(blackouts);
    if (days.isEmpty()) {
      throw new IllegalArgumentException("reclaim.revocation.hours.days: names no day");
    }
    if (until.isBefore(from) && !until.equals(LocalTime.MIDNIGHT)) {
      throw new IllegalArgumentException("reclaim.revocation.hours.until: is before from");
    }
  }

  Optional<Closed> closed(Instant now) {
    ZonedDateTime here = now.atZone(zone);
    Optional<Blackout> blackout = blackoutOn(here.toLocalDate());
    if (blackout.isEmpty() && opensOn(here.toLocalDate()) && within(here.toLocalTime())) {
      return Optional.empty();
    }
    Instant opens = opensAfter(here);
    return Optional.of(
        new Closed(
            blackout
                    .map(
                        days ->
                            "nothing is taken from %s to %s".formatted(days.first(), days.last()))
                    .orElse("it is outside of the working hours")
                + "; it goes on at "
                + opens.atZone(zone).toOffsetDateTime(),
            opens));
  }

  private Instant opensAfter(ZonedDateTime here) {
    LocalDate today = here.toLocalDate();
    LocalDate day = here.toLocalTime().isBefore(from) ? today : today.plusDays(1);
    for (int i = 0; i < LONGEST_WAIT_DAYS; i++, day = day.plusDays(1)) {
      if (opensOn(day) && blackoutOn(day).isEmpty()) {
        return day.atTime(from).atZone(zone).toInstant();
      }
    }
    return day.atTime(from).atZone(zone).toInstant();
  }

  private boolean opensOn(LocalDate day) {
    return days.contains(day.getDayOfWeek());
  }

  private boolean within(LocalTime time) {
    return from.equals(until)
        || (!time.isBefore(from) && (until.equals(LocalTime.MIDNIGHT) || time.isBefore(until)));
  }

  private Optional<Blackout> blackoutOn(LocalDate day) {
    return blackouts.stream().filter(one -> one.holds(day)).findFirst();
  }
}
