package dev.reclaim.consent;

import dev.reclaim.events.Handling.Term;
import dev.reclaim.events.Holder;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * When a person works: on which days, in which time zone. What HR does not tell is Monday to
 * Friday, in UTC.
 */
public record WorkingTime(ZoneId zone, Set<DayOfWeek> days) {

  private static final Set<DayOfWeek> USUAL = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  public WorkingTime {
    days = days.isEmpty() ? USUAL : Set.copyOf(days);
  }

  public static WorkingTime of(Holder person) {
    return new WorkingTime(person.timeZone().orElse(ZoneOffset.UTC), person.workingDays());
  }

  boolean works(LocalDate day) {
    return days.contains(day.getDayOfWeek());
  }

  /**
   * The end of a term that begins now. Business days are whole working days of the person: asked at
   * ten on a working day with one day to answer, it is ten on the next working day by the clock on
   * the wall, whatever the clocks did meanwhile. Asked on a day off, the first working day counts
   * in full.
   */
  public Instant after(Term term, Instant from) {
    return switch (term.counting()) {
      case CALENDAR -> from.plus(term.length());
      case BUSINESS_DAYS -> afterWorkingDays(Math.toIntExact(term.length().toDays()), from);
    };
  }

  private Instant afterWorkingDays(int count, Instant from) {
    ZonedDateTime local = from.atZone(zone);
    LocalDate day = local.toLocalDate();
    LocalTime time = local.toLocalTime();
    if (!works(day)) {
      day = nextWorkingDay(day);
      time = LocalTime.MIDNIGHT;
    }
    for (int i = 0; i < count; i++) {
      day = nextWorkingDay(day);
    }
    return day.atTime(time).atZone(zone).toInstant();
  }

  private LocalDate nextWorkingDay(LocalDate day) {
    LocalDate next = day.plusDays(1);
    while (!works(next)) {
      next = next.plusDays(1);
    }
    return next;
  }

  /** The working day itself, or the last one before. */
  LocalDate workingDayUpTo(LocalDate day) {
    LocalDate last = day;
    while (!works(last)) {
      last = last.minusDays(1);
    }
    return last;
  }

  /** The first moment, not before this one, that lies in the hours. */
  Instant within(QuietHours quiet, Instant at) {
    ZonedDateTime local = at.atZone(zone);
    LocalDate day = local.toLocalDate();
    boolean fits = !quiet.workingDaysOnly() || works(day);
    if (fits && quiet.areOver(local.toLocalTime())) {
      return at;
    }
    if (fits && local.toLocalTime().isBefore(quiet.end())) {
      return day.atTime(quiet.end()).atZone(zone).toInstant();
    }
    LocalDate next = quiet.workingDaysOnly() ? nextWorkingDay(day) : day.plusDays(1);
    return next.atTime(quiet.end()).atZone(zone).toInstant();
  }
}
